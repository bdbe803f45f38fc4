/** Makes a value when it is asked for first, and keeps it. */
export function once<T>(make: () => T): () => T {
  let value: T | undefined
  return () => {
    value ??= make()
    return value
  }
}
