/** What an attack could have done to the page that is shown; each fault in words. Runs in the page. */
export function faultsOfPage(): string[] {
  const faults: string[] = []
  const say = (fault: string, element?: Element) =>
    faults.push(element ? `${fault}: ${element.outerHTML.slice(0, 160)}` : fault)

  for (const number of (window as { hits?: number[] }).hits ?? []) say(`attack ${number} ran a script`)

  // A property that an element clobbered is that element.
  const own = {
    body: HTMLBodyElement,
    head: HTMLHeadElement,
    documentElement: HTMLHtmlElement,
    forms: HTMLCollection,
  }
  for (const [name, kind] of Object.entries(own))
    if (!(Reflect.get(document, name) instanceof kind)) say(`document.${name} is clobbered`)
  for (const name of ['getElementById', 'querySelector', 'createElement', 'addEventListener'])
    if (typeof Reflect.get(document, name) !== 'function') say(`document.${name} is clobbered`)
  for (const name of ['cookie', 'title', 'domain', 'URL', 'referrer'])
    if (typeof Reflect.get(document, name) !== 'string') say(`document.${name} is clobbered`)
  if (document.location !== window.location) say('document.location is clobbered')
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) say('Object.prototype is polluted')

  if (document.querySelectorAll('main, [role=main]').length !== 1) say('not one main')
  const body = document.querySelector('[data-article-body]')
  if (
    document.querySelectorAll('article').length !==
    (body ? 1 : document.querySelectorAll('main li > article').length)
  )
    say('not one article')
  if (document.querySelectorAll('h1').length !== 1) say('not one h1')
  if (document.querySelectorAll('[data-article-body]').length > 1) say('two bodies')

  for (const script of document.querySelectorAll('script')) {
    const isFile = script.src.startsWith(`${location.origin}/`)
    // Those that the document brings along stand in its head, as they were written.
    const isInline = script.matches('head > script:not([src])') && /shiye\.settings|typeset/.test(script.text)
    const isOurs = isFile || script.id === 'page-data' || isInline
    if (!isOurs) say('a script', script)
  }
  for (const element of document.querySelectorAll(
    'base, object, embed, applet, frame, frameset, portal, fencedframe, meta[http-equiv]:not([http-equiv=Content-Security-Policy]), ' +
      'link[rel~=stylesheet]:not([href*="/assets/"]), style, [srcdoc], [formaction], [ping], [attributionsrc]',
  ))
    say('a dangerous element', element)
  if (document.querySelectorAll('meta[name=referrer]').length !== 1) say('not one referrer policy')

  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say(`a handler ${name}`, element)
      if (/^(href|src|action|data|poster|background|xlink:href)$/.test(name) && schemeOf(value) === 'bad')
        say(`${name} with a bad address`, element)
    }
  }
  // Pictures open large, and what is too wide scrolls: the app says so once they are in the page.
  const named =
    'img[role="button"][aria-haspopup="dialog"], :is(.table-box, pre)[role="region"][tabindex="0"]'
  for (const element of body?.querySelectorAll('*') ?? []) {
    if (
      /^(script|style|iframe|form|input|textarea|select|button|svg|math|template|dialog|marquee|font|link|meta|title|main|article|header|nav|footer|h1|slot)$/.test(
        element.localName,
      ) ||
      element.localName.includes('-')
    )
      say('an element that no article has', element)
    for (const name of [
      'style',
      'name',
      'is',
      'slot',
      'role',
      'popover',
      'autofocus',
      'contenteditable',
      'srcset',
      'usemap',
    ])
      if (element.hasAttribute(name) && !(name === 'role' && element.matches(named)))
        say(`the attribute ${name}`, element)
    if (element.id && !element.id.startsWith('in-')) say('an id of its own', element)
    if (/\b(toast|site-header|skip|missing|visually|entry|narrow|cover)/.test(element.className))
      say('a class of the page', element)
    if (
      element instanceof HTMLAnchorElement &&
      element.href &&
      element.host !== location.host &&
      /^http/.test(element.protocol)
    )
      if (element.target !== '_blank' || !/noopener.*nofollow/.test(element.rel)) say('an open link', element)
    if (element instanceof HTMLAnchorElement && (element.username || element.password))
      say('a misleading link', element)
    if (element instanceof HTMLImageElement && element.referrerPolicy !== 'no-referrer')
      say('a talkative picture', element)
    if (/^(fixed|absolute|sticky)$/.test(getComputedStyle(element).position) && !element.closest('figure'))
      say('an element out of the flow', element)
  }

  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) say(`the page is ${scrollWidth} wide in a window of ${clientWidth}`)
  if (scrollHeight > 400_000) say(`the page is ${scrollHeight} high`)
  for (const top of [0, scrollHeight / 2, scrollHeight]) {
    scrollTo({ top, behavior: 'instant' })
    const bar = document.querySelector('.site-header')!.getBoundingClientRect()
    for (const part of [0.1, 0.5, 0.9]) {
      const shown = document.elementFromPoint(bar.left + bar.width * part, bar.top + bar.height / 2)
      if (!shown?.closest('.site-header')) say('something lies over the header', shown ?? undefined)
    }
  }
  scrollTo({ top: 0, behavior: 'instant' })
  return faults

  function schemeOf(value: string): 'good' | 'bad' {
    try {
      const { protocol, username } = new URL(value, document.baseURI)
      if (/^(https?|mailto|tel):$/.test(protocol)) return username ? 'bad' : 'good'
      return /^data:image\/(png|gif|jpeg|webp|avif);base64,/.test(value) ? 'good' : 'bad'
    } catch {
      return 'good'
    }
  }
}
