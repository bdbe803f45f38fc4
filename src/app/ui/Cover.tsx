import { useEffect, useRef, useState } from 'react'
import type { Picture } from '../../shared/article.ts'

/**
 * The small picture beside a title. When it cannot be had, it comes the way that worked for its host in an article;
 * being decoration, it simply goes otherwise.
 */
export function Cover({ picture, isEager = false }: { picture: Picture; isEager?: boolean }) {
  const image = useRef<HTMLImageElement>(null)
  const [address, setAddress] = useState(picture.address)
  const [isBroken, setBroken] = useState(false)
  const rescue = async () => {
    const other = address === picture.address ? await otherAddress(address) : undefined
    if (other) setAddress(other)
    else setBroken(true)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: it may have failed before the page came alive, only then
  useEffect(() => {
    const { complete, naturalWidth, currentSrc } = image.current!
    if (complete && naturalWidth === 0 && currentSrc) void rescue()
  }, [])
  return (
    <span className="cover" data-broken={isBroken || undefined}>
      <img
        ref={image}
        src={address}
        alt=""
        width={picture.width}
        height={picture.height}
        loading={isEager ? 'eager' : 'lazy'}
        fetchPriority={isEager ? 'high' : 'auto'}
        decoding="async"
        referrerPolicy="no-referrer"
        onError={() => void rescue()}
      />
    </span>
  )
}

/** Few covers ever need one. */
const otherAddress = (address: string): Promise<string | undefined> =>
  import('../pictures/remembered-address.ts').then(
    ({ rememberedAddress }) => rememberedAddress(address),
    () => undefined,
  )
