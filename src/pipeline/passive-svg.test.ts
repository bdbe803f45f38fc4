import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isPassiveSvg } from './passive-svg.ts'

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${content}</svg>`

test.each([
  svg('<path d="M0 0h9"/>'),
  `<?xml version="1.0"?>\n<!-- made by hand -->\n${svg('<g/>')}`,
  `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">${svg('<g/>')}`,
  svg('<defs><g id="a"/></defs><use xlink:href="#a"/><use href="#a"/>'),
  svg('<style>.on { fill: red }</style><text>once on a time = x</text>'),
  svg('<image href="data:image/png;base64,AAAA"/>'),
])('a drawing is only a drawing: %s', text => {
  expect(isPassiveSvg(text)).toBe(true)
})

test.each([
  svg('<script>x</script>'),
  svg('<SCRIPT/>'),
  svg('<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>'),
  svg('', ' onload="x"'),
  svg('', '\nONLOAD = "x"'),
  svg('<g/onclick="x"/>'),
  svg('<a xlink:href="javascript:x"><text>y</text></a>'),
  svg('<a href="https://e.example"><text>y</text></a>'),
  svg('<a href = " javascript:x"/>'),
  svg('<a href="&#106;avascript:x"/>'),
  svg('<a><set attributeName="href" to="javascript:x"/></a>'),
  svg('<animate attributeName="href" values="x"/>'),
  svg('<foreignObject><p>x</p></foreignObject>'),
  svg('<iframe/>'),
  svg('<image href="https://e.example/a.png"/>'),
  svg('<use href="data:image/svg+xml,x"/>'),
  svg('<style>@import url(https://e.example)</style>'),
  `<!DOCTYPE svg [<!ENTITY a "x">]>${svg('&a;')}`,
  `<?xml-stylesheet href="x"?>${svg('')}`,
  '<html><script>x</script></html>',
  'no picture',
])('a drawing that does something is none: %s', text => {
  expect(isPassiveSvg(text)).toBe(false)
})

test('the drawings of the handbook are drawings', () => {
  const folder = new URL('../../seeds/handbook/pictures/', import.meta.url)
  const drawings = readdirSync(folder).filter(name => name.endsWith('.svg'))
  expect(drawings.length).toBeGreaterThan(3)
  for (const name of drawings)
    expect(isPassiveSvg(readFileSync(new URL(name, folder), 'utf8')), name).toBe(true)
})
