import { useLayoutEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/**
 * What the address asks a page for, and what changes some of it. Changes may come faster than the page is rendered: each goes
 * upon the one before, which the router's own way of setting them would take back.
 *
 * @param read gives the choice that an address stands for; `write` gives the address of one, without what is so anyway
 */
export function useAsked<Choice>(
  read: (params: URLSearchParams) => Choice,
  write: (choice: Choice) => Record<string, string>,
): { asked: Choice; address: string; change: (changes: Partial<Choice>) => void } {
  const [params, setParams] = useSearchParams()
  const latest = useRef(params)
  useLayoutEffect(() => {
    latest.current = params
  }, [params])
  const change = (changes: Partial<Choice>) => {
    latest.current = new URLSearchParams(write({ ...read(latest.current), ...changes }))
    setParams(latest.current, { replace: true, preventScrollReset: true })
  }
  return { asked: read(params), address: params.toString(), change }
}
