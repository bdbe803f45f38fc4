/**
 * The value of a text that stands on one line and that nobody can take for anything else: plain, or in quotes that
 * open and close once. Null if it is more than that.
 */
export declare function readScalar(text: string): string | null
/** Whether YAML, too, reads every character as it is. */
export declare const isPlain: (text: string) => boolean
/** Whether this, after a key, says that the text is in the lines below: `|`, `>-`. */
export declare const isBlockMark: (text: string) => boolean
/**
 * The text meant by quotes that YAML does not accept: piled up around it (`"""'…'"""`), or used within it without
 * being doubled (`'it's'`). Quotes that belong to the text stay: `"a" and "b"`.
 */
export declare function unquote(text: string): string
