import type { Saved } from './saved-article.ts'

/** A longer one is no label. */
export const LABEL_LENGTH = 40

/** A label as it is kept: one line without space around it, seen or not; empty if nothing is left that can be seen. */
export function cleanLabel(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\s\u200b\u2060]+/g, ' ')
    .trim()
  return /[^\p{Cf}\p{Cc}]/u.test(line) ? [...line].slice(0, LABEL_LENGTH).join('').trim() : ''
}

const keyOf = (label: string) => label.normalize('NFKC').toLowerCase()

/** Whether two labels are one to the reader. */
export const isSameLabel = (a: string, b: string): boolean => keyOf(a) === keyOf(b)

/** A label and how many articles have it. */
export interface LabelCount {
  label: string
  count: number
}

/** All labels, the most used first. */
export function countLabels(saved: Saved[]): LabelCount[] {
  const counts = new Map<string, number>()
  for (const { labels } of saved)
    for (const label of new Set(labels)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}

/** What the reader typed, spelt as a label that there is already. */
export function asKnownLabel(text: string, known: string[]): string {
  const label = cleanLabel(text)
  return known.find(other => isSameLabel(other, label)) ?? label
}

export const withLabel = (labels: string[], label: string): string[] =>
  labels.some(other => isSameLabel(other, label)) ? labels : [...labels, label]

export const withoutLabel = (labels: string[], label: string): string[] =>
  labels.filter(other => !isSameLabel(other, label))

/** Puts one label in the place of another; where both are, one is left. */
export const renamedLabel = (labels: string[], from: string, to: string): string[] => {
  const renamed: string[] = []
  for (const label of labels) {
    const next = isSameLabel(label, from) ? to : label
    if (!renamed.some(other => isSameLabel(other, next))) renamed.push(next)
  }
  return renamed
}
