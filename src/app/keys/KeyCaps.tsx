import type { Keys } from './key.ts'

/** What is to be pressed, as keys look. */
export function KeyCaps({ keys }: { keys: Keys }) {
  return (
    <span className="key-caps">
      {keys.split(' ').map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one may be there twice
        <kbd key={index}>{key}</kbd>
      ))}
    </span>
  )
}
