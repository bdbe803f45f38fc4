/** A file that several devices share. */
export interface Place {
  /** What it holds now, null for nothing yet, and a mark by which to see that somebody changed it. */
  read: () => Promise<{ content: Blob | null; mark: string | null }>
  /** @returns false if it changed since it was read with that mark: then nothing is written */
  write: (content: Blob, mark: string | null) => Promise<boolean>
}
