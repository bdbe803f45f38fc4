import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

function follow(isTTY: boolean, lines = true) {
  const told: string[] = []
  let time = 0
  const progress = progressOn({ isTTY, write: text => told.push(text) }, lines, () => time)
  const showAt = (milliseconds: number, done: number) => {
    time = milliseconds
    progress.show(done)
  }
  progress.begin('Articles', 10_000)
  return { progress, showAt, told }
}

test('a terminal has a bar with rate and time left, drawn at most ten times a second and taken away at the end', () => {
  const { progress, showAt, told } = follow(true)
  showAt(0, 0)
  showAt(50, 100)
  showAt(1000, 2500)
  progress.end()
  expect(told).toEqual([
    '\rArticles ░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 10,000\u001b[K',
    '\rArticles ██████░░░░░░░░░░░░░░░░░░ 2,500 of 10,000 · 2,500/s · 3 s left\u001b[K',
    '\r\u001b[K',
  ])
})

test('a log has plain lines, one every two seconds', () => {
  const { progress, showAt, told } = follow(false)
  for (const second of [0, 1, 2, 3, 4]) showAt(second * 1000, second * 50)
  progress.end()
  expect(told).toEqual([
    'Articles: 100 of 10,000 · 50/s · 3 min 18 s left\n',
    'Articles: 200 of 10,000 · 50/s · 3 min 16 s left\n',
  ])
})

test('a pipe that wants no lines has none', () => {
  const { showAt, told } = follow(false, false)
  showAt(9000, 5)
  expect(told).toEqual([])
})
