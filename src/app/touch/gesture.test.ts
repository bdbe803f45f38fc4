import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, isAtEdge, isSwipe, resisted } from './gesture.ts'

const to = (x: number, y: number) => directionOf({ x: 0, y: 0, at: 0 }, { x, y, at: 1 })

describe('directionOf', () => {
  it('waits until the finger has gone a little', () => expect(to(8, 3)).toBeNull())
  it('tells sideways from down, and both from anything between', () => {
    expect(to(-40, 10)).toBe('sideways')
    expect(to(5, 40)).toBe('down')
    expect(to(30, 30)).toBe('other')
    expect(to(5, -40)).toBe('other')
  })
})

it('leaves the edges of the screen to the system', () => {
  expect(isAtEdge(10, 390)).toBe(true)
  expect(isAtEdge(380, 390)).toBe(true)
  expect(isAtEdge(30, 390)).toBe(false)
})

describe('isSwipe', () => {
  it('takes a long one, and a short quick one', () => {
    expect(isSwipe(-130, 0, 390)).toBe(true)
    expect(isSwipe(60, 0.8, 390)).toBe(true)
  })
  it('does not take a short slow one, a twitch, or one that turns back', () => {
    expect(isSwipe(60, 0.1, 390)).toBe(false)
    expect(isSwipe(20, 3, 390)).toBe(false)
    expect(isSwipe(-200, 0.6, 390)).toBe(false)
  })
  it('asks for no more of a wide window', () => expect(isSwipe(170, 0, 2000)).toBe(true))
})

it('follows a pull into nothing less and less, and never beyond the most', () =>
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e4, noNaN: true }), distance => {
      const shown = resisted(distance, 80)
      expect(shown).toBeGreaterThan(0)
      expect(shown).toBeLessThanOrEqual(Math.min(distance, 80))
      expect(resisted(-distance, 80)).toBeCloseTo(-shown)
    }),
  ))
