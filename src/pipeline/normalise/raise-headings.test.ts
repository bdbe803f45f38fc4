import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { raiseHeadings } from './raise-headings.ts'

const raised = (html: string) => {
  const tree = parseHtml(html)
  raiseHeadings(tree)
  return serializeHtml(tree)
}

const TEXT = `<p>${'潮水退去之后，'.repeat(12)}</p>`
const headings = (html: string) => [...raised(html).matchAll(/<h2>(.*?)<\/h2>/g)].map(match => match[1])

test.each([
  [
    'numbers of Chinese',
    '<p><strong>一、渡口</strong></p>',
    '<p><b>二、码头</b></p>',
    ['一、渡口', '二、码头'],
  ],
  ['numbers', '<p><strong>1. 渡口</strong></p>', '<p><strong>2. 码头</strong></p>', ['1. 渡口', '2. 码头']],
  [
    'short lines',
    '<p><strong>渡口</strong></p>',
    '<p><strong>码头怎么样？</strong></p>',
    ['渡口', '码头怎么样？'],
  ],
])('bold lines with %s are headings', (_, first, second, expected) => {
  expect(headings(TEXT + first + TEXT + second + TEXT)).toEqual(expected)
})

test('a number and the bold line below it are one heading', () => {
  const html = `<p><b>01</b></p><p><b>渡口</b></p>${TEXT}<p><b>02</b></p><p><b>码头</b></p>${TEXT}`
  expect(headings(html)).toEqual(['01 渡口', '02 码头'])
})

test('between numbered ones the questions of an interview stay bold lines', () => {
  const question = '<p><b>您怎么看？</b></p>'
  const html = `<p><b>一、渡口</b></p>${question}${TEXT}${question}${TEXT}<p><b>二、码头</b></p>${question}${TEXT}`
  expect(headings(html)).toEqual(['一、渡口', '二、码头'])
})

test.each([
  ['one alone', `<p><b>渡口</b></p>${TEXT}`],
  ['sentences', `<p><b>渡口开了。</b></p>${TEXT}<p><b>码头关了。</b></p>${TEXT}`],
  ['long ones', `<p><b>${'渡'.repeat(41)}</b></p>${TEXT}<p><b>${'口'.repeat(41)}</b></p>${TEXT}`],
  ['questions only', `<p><b>渡口？</b></p>${TEXT}<p><b>码头？</b></p>${TEXT}`],
  ['two in a row', `${TEXT}<p><b>渡口</b></p><p><b>码头</b></p>`],
  ['partly bold ones', `<p><b>渡口</b>开了</p>${TEXT}<p><b>码头</b>关了</p>${TEXT}`],
  ['most of the text', `<p><b>渡口</b></p><p>短。</p><p><b>码头</b></p><p>短。</p>`],
  ['any beside real headings', `<h3>甲</h3><p><b>渡口</b></p>${TEXT}<p><b>码头</b></p>${TEXT}`],
])('bold lines stay what they are: %s', (_, html) => {
  expect(raised(html)).toBe(html)
})
