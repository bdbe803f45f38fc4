import { type Embed, embedOf } from '../../shared/embeds.ts'
import type { Say } from '../i18n/language.ts'

/** What a player may do: run itself, and open its own page when it is pressed. It cannot lead this page away. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox'

/**
 * Turns the links that stand for players into cards with a button. Nothing is asked of a provider before the reader
 * presses it.
 *
 * @returns makes them links again
 */
export function offerPlayers(body: HTMLElement, say: Say): () => void {
  const cards: Card[] = []
  for (const figure of body.querySelectorAll<HTMLElement>('figure.embed')) {
    const link = figure.querySelector<HTMLAnchorElement>(':scope > a')
    // The player's address comes from the table of providers: the article has no say in it.
    const embed = link && embedOf(new URL(link.href))
    if (embed) cards.push(new Card(link, embed, say))
  }
  return () => {
    for (const card of cards) card.remove()
  }
}

class Card {
  readonly #link: HTMLAnchorElement
  readonly #embed: Embed
  readonly #say: Say
  readonly #title: string
  readonly #box = document.createElement('div')
  readonly #note = document.createElement('small')

  constructor(link: HTMLAnchorElement, embed: Embed, say: Say) {
    this.#link = link
    this.#embed = embed
    this.#say = say
    this.#title = (link.firstChild?.textContent ?? '').trim()
    this.#box.className = 'player-card'
    this.#box.append(this.#playButton(), this.#pageLink())
    link.hidden = true
    link.after(this.#box)
  }

  remove(): void {
    this.#box.remove()
    this.#link.hidden = false
  }

  #playButton(): HTMLButtonElement {
    const { name } = this.#embed.provider
    const button = document.createElement('button')
    button.type = 'button'
    const title = document.createElement('span')
    title.textContent = this.#title
    const host = new URL(this.#embed.player).hostname
    this.#note.textContent = this.#say({ zh: '播放时连接 {host}', en: 'Playing connects to {host}', host })
    this.#note.setAttribute('role', 'status')
    this.#note.id = `player-${crypto.randomUUID?.() ?? Math.random()}`
    button.setAttribute(
      'aria-label',
      this.#say({
        zh: '播放：{title}（{provider}）',
        en: 'Play {title} ({provider})',
        title: this.#title,
        provider: name,
      }),
    )
    button.setAttribute('aria-describedby', this.#note.id)
    button.append(title, this.#note)
    button.addEventListener('click', () => this.#play())
    return button
  }

  #pageLink(): HTMLAnchorElement {
    const link = document.createElement('a')
    link.href = this.#embed.page
    link.target = '_blank'
    link.rel = 'noopener noreferrer nofollow ugc'
    const { name } = this.#embed.provider
    link.textContent = this.#say({ zh: '在{provider}打开 ↗', en: 'Open on {provider} ↗', provider: name })
    return link
  }

  #play(): void {
    if (!navigator.onLine) {
      this.#note.textContent = this.#say({
        zh: '现在没有网络，连上后再播放',
        en: 'You are offline; play it once connected',
      })
      return
    }
    const frame = document.createElement('iframe')
    frame.title = this.#title
    frame.setAttribute('sandbox', SANDBOX)
    frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture'
    frame.referrerPolicy = this.#embed.provider.needsReferrer ? 'strict-origin' : 'no-referrer'
    frame.src = this.#embed.player
    this.#box.replaceChildren(frame)
    frame.focus()
  }
}
