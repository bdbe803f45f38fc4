/** Where saved articles lie, apart from what was only seen: nothing that the reader saved expires. */
export const SAVED_CACHE = 'saved'

/** Beside the data of an article there: the addresses of its pictures, as JSON. */
export const picturesBeside = (data: string): string => data.replace(/json$/, 'pictures')
