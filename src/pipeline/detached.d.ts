/** The same value in strings of its own: a part of a string otherwise keeps the whole file it was cut from in memory. */
export declare const detached: <T>(value: T) => T
