import { type Parent } from '../html.ts'
/** Colours code at build. Its text stays the same to the letter; where the language is in doubt so does the rest. */
export declare function highlightCode(body: Parent): void
