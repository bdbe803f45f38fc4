import { describe, expect, test } from 'vitest'
import {
  allowedAttributes,
  allowedTags,
  droppedTags,
  isAllowedAttribute,
  isSafeAddress,
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
  ])('%j is safe to follow: %s, to load: %s', (address, asLink, asPicture) => {
    expect(isSafeAddress(address, 'href')).toBe(asLink)
    expect(isSafeAddress(address, 'src')).toBe(asPicture)
  })
})
