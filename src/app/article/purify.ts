import type { BodyPart } from './cut-body.ts'

/** A string for React; under Trusted Types an object that only DOMPurify can make. */
export type TrustedHtml = string

/** What a body goes through on its way into the page. */
interface Gate {
  /** Not in the build, whose bodies are clean. */
  purify?: (html: string) => TrustedHtml
  cutBody: (html: string) => BodyPart[]
}

let gate: Gate | undefined

export function provideGate(given: Gate): void {
  gate = given
}

/** Brings the last gate. Every article that is not in the document yet waits for it. */
export async function loadPurifier(): Promise<void> {
  gate ??= await import('./purifier.ts')
}

/** No text, as Trusted Types have it. */
export const NOTHING =
  (globalThis as { trustedTypes?: { emptyHTML: TrustedHtml } }).trustedTypes?.emptyHTML ?? ''

/**
 * The body as it may be put into the page: nothing without the gate. Then it stands in the document already, prerendered,
 * and React leaves it alone.
 */
export const purified = (html: string): TrustedHtml =>
  gate?.purify?.(html) ?? (import.meta.env.SSR ? html : NOTHING)

/** A body in the parts that are put into the page one by one. */
export const partsOf = (html: string): BodyPart[] => gate?.cutBody(html) ?? [{ html, blocks: 0 }]
