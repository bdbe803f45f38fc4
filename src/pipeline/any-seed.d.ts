import fc from 'fast-check'
/** Seeds that are in order: those of the site itself and of the fixtures. */
export declare const soundSeeds: string[]
/** The body of a seed that is in order. */
export declare const bodyOf: (seed: string) => string
/** Tag soup of the dialect and of its enemies. */
export declare const anyBody: fc.Arbitrary<string>
/** The bytes of a file under the name of a seed. */
export declare const anySeed: fc.Arbitrary<Uint8Array>
