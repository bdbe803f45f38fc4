import { describe, expect, test } from 'vitest'
import {
  allowedAttributes,
  allowedTags,
  droppedTags,
  isAllowedAttribute,
  isPlausibleSize,
  isSafeAddress,
  leadsOutside,
} from './html-policy.ts'

test('no element is both allowed and dropped, and none that runs or loads is allowed', () => {
  expect([...allowedTags].filter(tag => droppedTags.has(tag))).toEqual([])
  for (const tag of [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'link',
    'meta',
    'base',
    'template',
    'input',
  ])
    expect(allowedTags.has(tag), tag).toBe(false)
})

describe('an address leads outside as browsers read it', () => {
  test.each([
    ['https://e.example', true],
    ['HTTP:e.example', true],
    ['//e.example', true],
    ['\\\\e.example', true],
    ['/\\e.example', true],
    ['/\t/e.example', true],
    [' \u0001//e.example', true],
    ['/a//b', false],
    ['a/b', false],
    ['#//x', false],
    ['?https://e.example', false],
    ['mailto:a@e.example', false],
  ])('%j: %s', (address, isOutside) => {
    expect(leadsOutside(address)).toBe(isOutside)
  })
})

describe('the place that a picture may claim', () => {
  test.each([
    ['800', '600', true],
    ['800', '20000', true],
    ['1', '99999', false],
    ['99999', '1', false],
    ['99999', '99999', false],
    ['800', null, true],
    [null, undefined, true],
  ])('%s × %s: %s', (width, height, isPlausible) => {
    expect(isPlausibleSize(width, height)).toBe(isPlausible)
  })
})

test('no attribute that runs a script or loads unseen is allowed anywhere', () => {
  expect(
    allowedAttributes.filter(name => /^on|style|srcset|srcdoc|action|formaction|ping|xlink|name$/.test(name)),
  ).toEqual([])
})

describe('an attribute belongs to its element', () => {
  test.each([
    ['a', 'href', 'https://e.example', true],
    ['p', 'href', 'https://e.example', false],
    ['a', 'href', 'javascript:x', false],
    ['img', 'src', 'javascript:x', false],
    ['img', 'data-origin', 'javascript:x', false],
    ['img', 'data-origin', 'http://e.example/a.jpg', true],
    ['img', 'data-seed-src', 'javascript:x', false],
    ['img', 'data-seed-src', 'https://p.example/?http://e.example/a.jpg', true],
    ['p', 'data-seed-src', 'https://e.example/a.jpg', false],
    ['p', 'id', 'in-x', true],
    ['p', 'id', 'x', false],
    ['div', 'class', 'table-box', true],
    ['div', 'class', 'table-box x', false],
    ['code', 'class', 'language-c++', true],
    ['code', 'class', 'language-', false],
    ['a', 'target', '_blank', true],
    ['a', 'target', '_top', false],
    ['pre', 'tabindex', '0', true],
    ['pre', 'tabindex', '1', false],
    ['video', 'poster', 'https://e.example/a.jpg', true],
    ['video', 'poster', 'javascript:x', false],
    ['video', 'src', 'javascript:x', false],
    ['video', 'autoplay', '', false],
    ['audio', 'preload', 'none', true],
    ['audio', 'preload', 'auto', false],
    ['figure', 'class', 'embed embed-wide', true],
    ['figure', 'class', 'embed player-card', false],
    ['td', 'colspan', '2', true],
    ['p', 'colspan', '2', false],
    ['td', 'colspan', '50', true],
    ['td', 'colspan', '51', false],
    ['td', 'colspan', '1000', false],
    ['td', 'rowspan', '65534', false],
    ['col', 'span', '999', false],
    ['img', 'width', '800', true],
    ['img', 'width', '100000', false],
    ['img', 'height', '-1', false],
    ['img', 'height', '1e9', false],
    ['img', 'width', '0', false],
    ['img', 'referrerpolicy', 'no-referrer', true],
    ['img', 'referrerpolicy', 'unsafe-url', false],
    ['img', 'loading', 'lazy', true],
    ['img', 'loading', 'x', false],
    ['img', 'srcset', 'a.png 1x', false],
    ['img', 'usemap', '#x', false],
    ['a', 'rel', 'noopener noreferrer nofollow ugc', true],
    ['a', 'rel', 'opener', false],
    ['a', 'href', '#in-%E6%B3%A8', true],
    ['a', 'href', '#in-%', false],
    ['a', 'ping', 'https://e.example', false],
    ['a', 'download', 'x', false],
    ['ol', 'start', '7', true],
    ['ol', 'start', '99999999999', false],
    ['ol', 'type', 'a', true],
    ['ol', 'type', 'evil', false],
    ['p', 'dir', 'rtl', true],
    ['p', 'dir', 'x', false],
    ['p', 'lang', 'zh-Hant-TW', true],
    ['p', 'lang', '"><script>', false],
    ['details', 'open', '', true],
    ['time', 'datetime', '2020-01-01T00:00:00+08:00', true],
    ['time', 'datetime', '<script>', false],
    ['img', 'alt', 'a --> b', false],
    ['abbr', 'title', '</style>', false],
    ['abbr', 'title', 'a: b < c', true],
    ['div', 'style', 'position:fixed', false],
    ['div', 'name', 'x', false],
    ['div', 'is', 'x', false],
    ['div', 'slot', 'x', false],
    ['div', 'part', 'x', false],
    ['div', 'popover', '', false],
    ['div', 'contenteditable', '', false],
    ['div', 'accesskey', 'x', false],
    ['div', 'inert', '', false],
    ['div', 'itemprop', 'x', false],
    ['div', 'data-article-body', '', false],
    ['div', 'aria-label', 'x', false],
    ['div', 'role', 'main', false],
    ['constructor', 'name', 'x', false],
    ['__proto__', 'href', 'x', false],
    ['p', '*', 'x', false],
  ])('%s %s=%s: %s', (tag, name, value, isAllowed) => {
    expect(isAllowedAttribute(tag, name, value)).toBe(isAllowed)
  })
})

describe('an address', () => {
  test.each([
    ['https://e.example', true, true],
    ['//e.example', true, true],
    ['a/b.png', true, true],
    ['?a:b', true, true],
    ['#a:b', true, true],
    ['/a:b', true, true],
    ['', true, true],
    ['mailto:a@e.example', true, false],
    ['tel:1', true, false],
    ['javascript:x', false, false],
    ['java\nscript:x', false, false],
    ['\u00a0javascript:x', false, false],
    ['１２３:x', false, false],
    ['data:image/png;base64,AA==', false, true],
    ['data:image/svg+xml;base64,AA==', false, false],
    ['data:text/html,x', false, false],
    ['https://bank.example@elsewhere.example/', false, false],
    ['https://user:password@e.example/a.png', false, false],
    ['https:\\\\user@e.example', false, false],
    ['//user@e.example', false, false],
    ['/\\\\user@e.example', false, false],
    ['https://e.example/@user/a.png', true, true],
    ['https://e.example/?a=b@c', true, true],
    ['/pictures/@2x.png', true, true],
    [`https://e.example/${'x'.repeat(9000)}`, false, false],
    [`data:image/png;base64,${'A'.repeat(60_000)}`, false, true],
    [`data:image/png;base64,${'A'.repeat(70_000)}`, false, false],
  ])('%j is safe to follow: %s, to load: %s', (address, asLink, asPicture) => {
    expect(isSafeAddress(address, 'href')).toBe(asLink)
    expect(isSafeAddress(address, 'src')).toBe(asPicture)
  })
})
