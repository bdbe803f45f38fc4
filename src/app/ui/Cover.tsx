import { useEffect, useRef, useState } from 'react'
import type { Picture } from '../../shared/article.ts'

/** The small picture beside a title; decoration, so it simply goes when it cannot be had. */
export function Cover({ picture, isEager = false }: { picture: Picture; isEager?: boolean }) {
  const image = useRef<HTMLImageElement>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    // It may have failed before the page came alive.
    const { complete, naturalWidth, currentSrc } = image.current!
    if (complete && naturalWidth === 0 && currentSrc) setBroken(true)
  }, [])
  return (
    <span className="cover" data-broken={isBroken || undefined}>
      <img
        ref={image}
        src={picture.address}
        alt=""
        width={picture.width}
        height={picture.height}
        loading={isEager ? 'eager' : 'lazy'}
        fetchPriority={isEager ? 'high' : 'auto'}
        decoding="async"
        referrerPolicy="no-referrer"
        onError={() => setBroken(true)}
      />
    </span>
  )
}
