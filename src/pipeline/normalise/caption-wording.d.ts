/**
 * How a line reads that stands right after a picture: its wording proves it a caption (`caption`), it names what a
 * picture shows (`named`: 渡口示意图), it could be one and needs its look to tell (`label`), it is a sentence that only a
 * caption's look could make one (`sentence`), it is none unless its source calls it one (`other`: an item of a list, a
 * remark to the reader), or surely none (`never`: a byline).
 */
export type Reading = 'caption' | 'named' | 'label' | 'sentence' | 'other' | 'never'
/** @param line as a reader sees it, white space collapsed */
export declare function readingOf(line: string): Reading
/** Whether a label is a name and no clause: a short one with no verb, particle or adverb of a sentence. */
export declare const isName: (line: string) => boolean
export declare const endsAsSentence: (line: string) => boolean
/** The caption without the mark that points up at its picture, which a figure does by itself: ▲ 渡口. */
export declare const withoutPointer: (line: string) => string
