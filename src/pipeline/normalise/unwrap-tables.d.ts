import { type Parent } from '../html.ts'
/**
 * Takes apart tables that only place things: a whole article in one cell, one column of blocks, pictures in a grid.
 * Gives data tables a head where their first row is one.
 */
export declare function unwrapTables(body: Parent): void
