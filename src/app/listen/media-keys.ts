/** What the keys of a keyboard, a headset or a lock screen can do. */
export interface MediaKeys {
  play: () => void
  pause: () => void
  nexttrack: () => void
  previoustrack: () => void
  stop: () => void
}

/**
 * Lets the media keys lead the voice, and lock screens tell what is read. Browsers give both only to pages that play
 * something, and a voice does not count: so silence is played along with it.
 *
 * @returns tells whether the voice speaks, and ends all this
 */
export function takeMediaKeys(title: string, artist: string, keys: MediaKeys) {
  const session = 'mediaSession' in navigator ? navigator.mediaSession : null
  const names = Object.keys(keys) as (keyof MediaKeys)[]
  const silence = new Audio(URL.createObjectURL(silentSound()))
  silence.loop = true
  if (session) {
    session.metadata = new MediaMetadata({ title, artist })
    for (const name of names) setHandler(session, name, keys[name])
  }
  return {
    show(isPlaying: boolean) {
      if (isPlaying) silence.play().catch(() => undefined)
      else silence.pause()
      if (session) session.playbackState = isPlaying ? 'playing' : 'paused'
    },
    release() {
      silence.pause()
      URL.revokeObjectURL(silence.src)
      if (!session) return
      session.playbackState = 'none'
      session.metadata = null
      for (const name of names) setHandler(session, name, null)
    },
  }
}

function setHandler(session: MediaSession, name: keyof MediaKeys, act: (() => void) | null) {
  try {
    session.setActionHandler(name, act)
  } catch {
    // A browser that does not know the key.
  }
}

/** What is shorter than five seconds, Chrome takes for the noise of a button. */
const SECONDS = 10
const RATE = 8000

/** A sound file of nothing: eight bits, one channel. */
function silentSound(): Blob {
  const samples = new Uint8Array(SECONDS * RATE).fill(128)
  const head = new DataView(new ArrayBuffer(44))
  const put = (at: number, text: string) => {
    for (const [index, letter] of [...text].entries()) head.setUint8(at + index, letter.charCodeAt(0))
  }
  put(0, 'RIFF')
  head.setUint32(4, 36 + samples.length, true)
  put(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, RATE, true)
  head.setUint32(28, RATE, true)
  head.setUint16(32, 1, true)
  head.setUint16(34, 8, true)
  put(36, 'data')
  head.setUint32(40, samples.length, true)
  return new Blob([head, samples], { type: 'audio/wav' })
}
