import type { Page } from 'playwright/test'

/** The contrast of two colours that the style sheets name, as WCAG 2.2 counts it: 1 to 21. */
export const contrastOf = async (page: Page, one: string, other: string): Promise<number> =>
  (await contrastsOf(page, [[one, other]]))[0]!

export const contrastsOf = (page: Page, pairs: [string, string][]): Promise<number[]> =>
  page.evaluate(pairs => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const probe = document.body.appendChild(document.createElement('i'))
    const luminance = (name: string) => {
      probe.style.color = `var(--${name})`
      canvas.fillStyle = getComputedStyle(probe).color
      canvas.fillRect(0, 0, 1, 1)
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(value => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const contrasts = pairs.map(pair => {
      const [light, dark] = pair.map(luminance).sort((a, b) => b - a)
      return (light! + 0.05) / (dark! + 0.05)
    })
    probe.remove()
    return contrasts
  }, pairs)
