type Purify = (html: string) => TrustedHtml

/** A string for React; under Trusted Types an object that only DOMPurify can make. */
export type TrustedHtml = string

let purify: Purify | undefined

/** Brings the last gate. Every article that is not in the document yet waits for it. */
export async function loadPurifier(): Promise<void> {
  purify ??= (await import('./purifier.ts')).purify
}

/**
 * The body as it may be put into the page. Without the gate it is returned as it is: then it stands in the document
 * already, prerendered, and React leaves it alone.
 */
export const purified = (html: string): TrustedHtml => (purify ? purify(html) : html)
