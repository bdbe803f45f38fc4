import { useEffect, useRef, useState } from 'react'

interface SearchFieldProps {
  /** What is searched for: the address has it. */
  search: string
  label: string
  placeholder: string
  change: (search: string) => void
  /** Whoever comes to the page is about to type. */
  isFirst?: boolean
}

/** A field that searches as one types. The address follows a moment later: what is being typed does not wait for it. */
export function SearchField({ search, label, placeholder, change, isFirst }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(search)
  useEffect(() => {
    // A link or Back brought another.
    if (document.activeElement !== field.current) setTyped(search)
  }, [search])
  return (
    <input
      ref={field}
      type="search"
      data-first-focus={isFirst || undefined}
      value={typed}
      aria-label={label}
      placeholder={placeholder}
      onChange={({ target }) => {
        setTyped(target.value)
        change(target.value)
      }}
    />
  )
}
