/** One line of text without control characters or halves of surrogate pairs. */
export declare const cleanText: (text: string) => string
/** Feeds write `&#123;` also where no markup is read. A bare `<` stays what it is. */
export declare const decodeEntities: (text: string) => string
/** The beginning of a text, to be quoted in a message. */
export declare const quoted: (text: string) => string
