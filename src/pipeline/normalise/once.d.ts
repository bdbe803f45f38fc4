/** Makes a value when it is asked for first, and keeps it. */
export declare function once<T>(make: () => T): () => T
