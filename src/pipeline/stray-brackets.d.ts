/**
 * Feeds do not escape `<` in code and prose: `Class<? extends Plugin>`, `SRAM<HMB<FTL`, `<application android:…>`. Makes
 * text of what no author meant as markup, so that no parser takes it for an element and what follows for its attributes.
 *
 * Outside of code that is what begins no element of HTML, no custom one (with a hyphen or colon) and no comment, what
 * has no end, and what would have to be closed and never is. In code it is all but what highlighters write.
 * Time is linear: each `<` is looked at once and no further than `LONGEST_TAG`.
 *
 * @param tell is told of every insertion: the offset in `html`, and how many characters the text grew by
 */
export declare function escapeStrayBrackets(
  html: string,
  tell?: (offset: number, length: number) => void,
): string
