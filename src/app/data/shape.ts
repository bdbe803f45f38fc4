/**
 * What a data file is like: an example of each field that a page cannot do without. The one element of a list stands for
 * all of them.
 */
export type Shape<T> = T extends readonly (infer Each)[]
  ? [] | [Shape<Each>]
  : T extends object
    ? { [Field in keyof T]?: Shape<T[Field]> }
    : T

/** Whether data is like the example: a file may be of another version of the site than this page. */
export function fits(data: unknown, shape: unknown): boolean {
  if (Array.isArray(shape))
    return Array.isArray(data) && (shape.length === 0 || data.every(each => fits(each, shape[0])))
  if (typeof shape !== 'object' || shape === null) return typeof data === typeof shape
  return (
    typeof data === 'object' &&
    data !== null &&
    Object.entries(shape).every(([field, each]) => fits((data as Record<string, unknown>)[field], each))
  )
}
