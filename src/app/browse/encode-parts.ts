/** Encodes each part of a path as the build does, whichever way the address was typed. */
export function encodeParts(path: string): string {
  try {
    return path
      .split('/')
      .map(part => encodeURIComponent(decodeURIComponent(part)))
      .join('/')
  } catch {
    return path
  }
}
