/** Beside the data of a saved article: the addresses of its pictures, as JSON. */
export const picturesBeside = (data: string): string => data.replace(/json$/, 'pictures')
