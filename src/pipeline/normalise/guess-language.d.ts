/** The language of some code where it is plain to see, else an empty string. */
export declare function guessLanguage(code: string, named?: string): string
