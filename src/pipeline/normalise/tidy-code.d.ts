import { type Parent } from '../html.ts'
/**
 * Brings every way to set code to one: `<pre><code class="language-x">`, with the letters and spaces of the code and
 * no more. Line numbers, labels and the highlighting of the source go.
 */
export declare function tidyCode(body: Parent): void
