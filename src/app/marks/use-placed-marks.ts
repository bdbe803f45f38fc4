import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { watchText } from '../article/body-text.ts'
import { type PlacedMark, placeMarks } from './mark-place.ts'
import { articleMarksQuery } from './marks.ts'

/** The marks of an article with their places, which are looked up again when its text changes. */
export function usePlacedMarks(articleId: string, body: HTMLElement): PlacedMark[] {
  const { data: marks } = useQuery(articleMarksQuery(articleId))
  const [placed, setPlaced] = useState<PlacedMark[]>([])
  useEffect(() => {
    const place = () => setPlaced(placeMarks(body, marks ?? []))
    place()
    return marks?.length ? watchText(body, place) : undefined
  }, [body, marks])
  return placed
}
