import { chromium } from './machine.mjs'

/** Never asked, so that figures are the same with and without a network: Hexo's theme has two style sheets there. */
const BLOCKED = ['*://cdn.jsdelivr.net/*', '*://fonts.googleapis.com/*']

/**
 * Lighthouse's report of a page with its own mobile settings, in a fresh browser. Now and then it misses the start of a page
 * that takes a process of its own (NO_NAVSTART): then it looks again.
 */
export async function inspect(url) {
  for (let tries = 1; ; tries++) {
    const lhr = await inspectOnce(url)
    if (!lhr.runtimeError) return lhr
    if (lhr.runtimeError.code !== 'NO_NAVSTART' || tries === 4) throw new Error(lhr.runtimeError.message)
  }
}

async function inspectOnce(url) {
  const [{ launch }, { default: lighthouse }] = await Promise.all([
    import('chrome-launcher'),
    import('lighthouse'),
  ])
  const chrome = await launch({
    chromePath: chromium,
    chromeFlags: [
      '--headless',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--ignore-certificate-errors', // of the host of pictures, which made its own
    ],
  })
  try {
    const flags = { port: chrome.port, logLevel: 'error', blockedUrlPatterns: BLOCKED }
    const { lhr } = await lighthouse(url, flags)
    return lhr
  } finally {
    chrome.kill()
  }
}

/** The figures of a report that tables show: scores of 100, seconds, milliseconds, and what went over the line. */
export function figuresOf(lhr) {
  const value = id => lhr.audits[id].numericValue
  const score = id => Math.round(lhr.categories[id].score * 100)
  const requests = (lhr.audits['network-requests'].details?.items ?? []).filter(each => each.transferSize > 0)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    fcp: value('first-contentful-paint') / 1000,
    lcp: value('largest-contentful-paint') / 1000,
    speed: value('speed-index') / 1000,
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    kilobytes: requests.reduce((sum, each) => sum + each.transferSize, 0) / 1000,
    requests: requests.length,
  }
}
