import { type Element } from '../html.ts'
import type { Size } from './picture-size.ts'
/**
 * What an image is to the reader: one of the article's pictures, a sign within its text (emoji, badge), a formula
 * there, or nothing (tracker, spacer, avatar, icon, reward code).
 */
export type PictureKind = 'picture' | 'sign' | 'formula' | 'nothing'
/** Judges an image by its size, and by the names that its maker gave to it and to the frames around it. */
export declare function kindOfPicture(image: Element, address: string, { width, height }: Size): PictureKind
