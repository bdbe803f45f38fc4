import { type Element } from '../html.ts'
/**
 * The language of a block of code as its source names it, by its usual name: `language-js`, `lang-js`, `brush: js`,
 * `highlight js`, `<code class="typescript">`. Empty if it names none.
 */
export declare function languageOf(pre: Element): string
/** The languages that are highlighted. */
export declare const KNOWN: ReadonlySet<string>
