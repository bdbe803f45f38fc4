/** What a picture's source says of it; empty where it says nothing, whatever the app calls the picture. */
export const altOf = (image: HTMLImageElement): string =>
  image.dataset.unnamed === undefined ? image.alt : ''

/** Gives a picture of which its source says nothing a name: an empty one would say that there is nothing to see. */
export function nameUnnamed(image: HTMLImageElement, name: string): void {
  if (altOf(image)) return
  image.alt = name
  image.dataset.unnamed = ''
}
