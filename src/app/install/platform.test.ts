import { expect, test } from 'vitest'
import { installWayOf } from './platform.ts'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  ['iPhone, Safari', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'share-menu'],
  ['iPhone, Chrome', `${iphone} CriOS/126.0 Mobile/15E148 Safari/604.1`, 5, 'share-menu'],
  ['iPad, Safari', `${mac} Version/18.5 Safari/605.1.15`, 5, 'share-menu'],
  ['Mac, Safari', `${mac} Version/18.5 Safari/605.1.15`, 0, 'dock'],
  ['Mac, Chrome', `${mac.replace('605.1.15', '537.36')} Chrome/126.0.0.0 Safari/537.36`, 0, 'unknown'],
  [
    'Android, Firefox',
    'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0',
    5,
    'browser-menu',
  ],
  ['iPhone, WeChat', `${iphone} Mobile/15E148 MicroMessenger/8.0.49`, 5, 'other-browser'],
  ['Linux, Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 0, 'unknown'],
])('%s', (_, userAgent, touchPoints, way) => {
  expect(installWayOf(userAgent, touchPoints)).toBe(way)
})
