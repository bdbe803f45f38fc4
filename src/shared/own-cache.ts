/**
 * The cache in which lies what the reader asked for, apart from what was only seen: nothing there expires. Sites below one origin
 * have one each.
 */
export const ownCache = (name: 'packs' | 'saved', base: string): string => (base === '/' ? name : name + base)
