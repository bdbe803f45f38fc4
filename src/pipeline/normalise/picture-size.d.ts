import { type Element } from '../html.ts'
export interface Size {
  width?: number
  height?: number
}
/**
 * The size of a picture in CSS pixels, from its attributes, its style, the frame around it or its address; both sides
 * or, where no more is known, one or none.
 */
export declare function sizeOf(image: Element, address: string): Size
