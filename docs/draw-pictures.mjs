/**
 * Draws every picture of the handbook, the app icon and the share card.
 *
 *   node docs/draw-pictures.mjs            all of them
 *   node docs/draw-pictures.mjs window     those whose file name contains "window"
 *
 * A picture is an SVG string; Chromium turns it into PNG, JPEG or WebP. Text in bitmaps is set in Noto CJK
 * (`apt install fonts-noto-cjk`); the SVG files hold no text, so they look the same everywhere.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { chromium } from 'playwright'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pictures = join(root, 'seeds/handbook/pictures')
const publicFiles = join(root, 'public')

const colour = {
  paper: '#fbfaf7',
  white: '#fffefb',
  ink: '#1f1d1a',
  vermilion: '#b3392f',
  sand: '#efe7d8',
  clay: '#ddc3a3',
  mist: '#d5dcd6',
  sage: '#a3b19a',
  moss: '#6b8068',
  pine: '#44584c',
  sky: '#c4d2d6',
  slate: '#7b93a0',
  dusk: '#3a4a55',
  night: '#26323b',
  gold: '#d9a441',
  line: '#d9d2c4',
  grey: '#8d867a',
}
const serif = `font-family="'Noto Serif CJK SC', serif"`
const mono = `font-family="'DejaVu Sans Mono', 'Noto Sans Mono', monospace"`

// ── Pieces ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const svg = (width, height, body, background = colour.paper) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<rect width="${width}" height="${height}" fill="${background}"/>${body}</svg>`

const circle = (x, y, radius, fill, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`
const rect = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
const path = (d, fill = 'none', more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const stroke = (paint, width, more = '') =>
  `stroke="${paint}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}`
const place = (x, y, body, { turn = 0, scale = 1 } = {}) =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${scale})">${body}</g>`
const times = (count, draw) => Array.from({ length: count }, (_, i) => draw(i)).join('')
const n = number => Math.round(number * 10) / 10
const down = (id, ...stops) =>
  `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops
    .map((stop, i) => `<stop offset="${i / (stops.length - 1)}" stop-color="${stop}"/>`)
    .join('')}</linearGradient></defs>`

/** The same numbers on every run, so that a picture changes only when its drawing does. */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A soft ridge from the left edge to the right, filled down to the bottom. */
function hills(width, bottom, top, rise, fill, seed, steps = 7) {
  const random = chance(seed)
  const points = Array.from({ length: steps + 3 }, (_, i) => [
    ((i - 1) * width) / steps,
    top - random() * rise,
  ])
  let d = `M${n(points[0][0])} ${bottom}L${n(points[0][0])} ${n(points[0][1])}`
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i]
    const [nextX, nextY] = points[i + 1]
    d += `Q${n(x)} ${n(y)} ${n((x + nextX) / 2)} ${n((y + nextY) / 2)}`
  }
  return path(`${d}L${width + 200} ${bottom}Z`, fill)
}

/** A sheet with a folded corner and lines of writing, its middle at 0,0. */
function sheet(
  width,
  height,
  { fill = colour.white, writing = colour.line, edge = colour.line, lines = 5, mark } = {},
) {
  const [left, top, fold] = [-width / 2, -height / 2, Math.min(width, height) * 0.24]
  const gap = (height - fold - height * 0.16) / lines
  return (
    path(
      `M${n(left)} ${n(top)}H${n(-left - fold)}L${n(-left)} ${n(top + fold)}V${n(-top)}H${n(left)}Z`,
      fill,
      stroke(edge, Math.max(1, width / 90)),
    ) +
    path(`M${n(-left - fold)} ${n(top)}V${n(top + fold)}H${n(-left)}Z`, edge) +
    times(lines, i => {
      const y = top + fold + height * 0.06 + gap * (i + 0.35)
      const length = width * (i === lines - 1 ? 0.42 : 0.72)
      const paint = i === mark ? colour.vermilion : writing
      return path(
        `M${n(left + width * 0.14)} ${n(y)}h${n(length)}`,
        'none',
        stroke(paint, Math.max(2, gap * 0.22)),
      )
    })
  )
}

/** A leaf of length 100 that grows upwards from 0,0. */
const leaf = (fill, vein = colour.paper) =>
  path('M0 0C-38 -28 -34 -74 0 -100C34 -74 38 -28 0 0Z', fill) +
  path(
    'M0 14V-76M0 -26L-14 -42M0 -26L14 -42M0 -48L-11 -61M0 -48L11 -61',
    'none',
    stroke(vein, 3, 'opacity=".65"'),
  )

/** A seed of length 120 that lies on its side and has just sent out a shoot, its middle at 0,0. */
const sproutingSeed = () =>
  path('M30 -14C44 -34 46 -52 36 -72', 'none', stroke(colour.moss, 7)) +
  place(38, -62, leaf(colour.sage), { turn: -52, scale: 0.42 }) +
  place(36, -66, leaf(colour.moss), { turn: 34, scale: 0.52 }) +
  path('M-62 18C-50 -22 -8 -36 28 -24C56 -14 66 6 54 22C40 42 -30 50 -62 18Z', '#a9774f') +
  path('M-62 18C-50 -22 -8 -36 28 -24C-6 -16 -34 -2 -62 18Z', '#c79a6f')

const sprout = scale =>
  place(
    0,
    0,
    path('M0 0C2 -24 -2 -44 0 -70', 'none', stroke(colour.moss, 7)) +
      place(0, -52, leaf(colour.sage), { turn: -58, scale: 0.55 }) +
      place(0, -62, leaf(colour.moss), { turn: 48, scale: 0.68 }),
    { scale },
  )

function boat(sail = colour.white) {
  return (
    path('M-70 0H70C58 26 36 34 0 34C-36 34 -58 26 -70 0Z', colour.ink) +
    path('M0 -8V-120', 'none', stroke(colour.ink, 5)) +
    path('M8 -116C52 -92 60 -46 56 -14H8Z', sail) +
    path('M-6 -100C-38 -74 -46 -40 -44 -14H-6Z', sail, 'opacity=".8"')
  )
}

/** Bare wood as strokes, and where its twigs end, for leaves or snow. */
function wood(seed, { length = 120, depth = 6, spread = 27, paint = colour.ink } = {}) {
  const random = chance(seed)
  const tips = []
  const branches = []
  const grow = (x, y, angle, reach, left) => {
    const endX = x + Math.sin(angle) * reach
    const endY = y - Math.cos(angle) * reach
    branches.push(
      path(`M${n(x)} ${n(y)}L${n(endX)} ${n(endY)}`, 'none', stroke(paint, n(left * left * 0.42 + 1.4))),
    )
    if (left <= 3) tips.push([endX, endY])
    if (left === 0) return
    for (const side of [-1, 1]) {
      const turn = (side * spread * (0.6 + random() * 0.7) * Math.PI) / 180
      grow(endX, endY, angle + turn, reach * (0.68 + random() * 0.16), left - 1)
    }
  }
  grow(0, 0, 0.04, length, depth)
  return { branches: branches.join(''), tips }
}

// ── Handbook ───────────────────────────────────────────────────────────────────────────────────────────────────────

function pagesOverHills() {
  const flock = [
    [905, 150, -14, 1.1],
    [760, 235, 9, 0.86],
    [1030, 292, 18, 0.7],
    [640, 150, -24, 0.58],
    [548, 262, 14, 0.46],
    [455, 190, -8, 0.36],
    [388, 258, 22, 0.28],
  ]
  const tree = wood(11, { length: 78, depth: 5, paint: colour.pine })
  return svg(
    1200,
    750,
    down('sky', '#f7efe2', '#f6e3d0', '#efd3bd') +
      rect(0, 0, 1200, 750, 'url(#sky)') +
      circle(300, 318, 92, colour.vermilion, 'opacity=".92"') +
      hills(1200, 750, 470, 150, '#cfd6cb', 4) +
      hills(1200, 750, 545, 130, '#a9b8a4', 21) +
      hills(1200, 750, 625, 110, '#7d9179', 8) +
      hills(1200, 750, 705, 90, '#566b58', 33) +
      place(
        985,
        660,
        tree.branches +
          tree.tips.map(([x, y]) => circle(n(x), n(y), 11, colour.pine, 'opacity=".8"')).join(''),
      ) +
      flock
        .map(([x, y, turn, scale]) => place(x, y, sheet(130, 168, { edge: '#d8cdbb' }), { turn, scale }))
        .join(''),
  )
}

function handscroll() {
  const mist = (y, opacity) => rect(0, y, 1600, 34, colour.paper, `opacity="${opacity}" rx="17"`)
  return svg(
    1600,
    360,
    down('sky', '#f3ece0', '#fbfaf7') +
      rect(0, 0, 1600, 360, 'url(#sky)') +
      hills(1600, 360, 230, 190, '#dde2dc', 3, 9) +
      mist(176, 0.55) +
      hills(1600, 360, 262, 150, '#bcc8c2', 14, 11) +
      mist(226, 0.5) +
      hills(1600, 360, 296, 110, '#8ea199', 27, 10) +
      path('M0 306C300 282 560 322 860 300S1360 296 1600 308V360H0Z', '#e3e9e6') +
      times(9, i =>
        path(`M${90 + i * 172} ${324 + (i % 3) * 9}h${54 + (i % 4) * 16}`, 'none', stroke('#b9c6c4', 2.5)),
      ) +
      place(1010, 318, boat(), { scale: 0.42 }) +
      place(1128, 326, boat('#f1e6d3'), { scale: 0.26 }) +
      times(5, i =>
        path(
          `M${520 + i * 30} ${92 + (i % 2) * 15 + i * 5}q8 -9 15 0q8 -9 15 0`,
          'none',
          stroke(colour.ink, 2.4),
        ),
      ) +
      rect(1520, 36, 40, 40, colour.vermilion, 'rx="6"') +
      place(1540, 57, sheet(20, 25, { edge: '#e9b9b1', lines: 3 })),
  )
}

function seedToSite() {
  const arrow = x =>
    path(`M${x} 206h70`, 'none', stroke(colour.grey, 5, 'stroke-dasharray="1 15"')) +
    path(`M${x + 80} 190l18 16l-18 16`, 'none', stroke(colour.grey, 5))
  const card = (x, y, fill) =>
    rect(x, y, 92, 60, fill, 'rx="6"') +
    path(`M${x} ${y + 78}h84M${x} ${y + 96}h52`, 'none', stroke(colour.line, 8))
  return svg(
    1200,
    400,
    circle(190, 206, 132, colour.sand) +
      place(190, 232, sproutingSeed(), { scale: 1.2 }) +
      path('M98 292H282', 'none', stroke(colour.grey, 4, 'opacity=".45"')) +
      arrow(352) +
      place(600, 206, sheet(190, 250, { lines: 7 })) +
      rect(530, 132, 84, 58, colour.mist, 'rx="5"') +
      path('M530 190l26 -30l20 18l16 -14l22 26Z', colour.sage) +
      place(664, 330, sprout(0.72)) +
      arrow(738) +
      rect(872, 82, 272, 248, colour.white, `rx="14" ${stroke(colour.line, 3)}`) +
      path('M872 122H1144', 'none', stroke(colour.line, 3)) +
      circle(894, 102, 6, colour.vermilion) +
      circle(914, 102, 6, colour.clay) +
      circle(934, 102, 6, colour.sage) +
      card(898, 146, colour.sky) +
      card(1014, 146, colour.clay) +
      card(898, 262, colour.mist).split('<path')[0] +
      rect(1014, 262, 92, 50, '#c9d3bd', 'rx="6"'),
  )
}

function seedFile() {
  const key = (y, name, length) =>
    `<text x="118" y="${y}" ${mono} font-size="25" fill="${colour.vermilion}">${name}:</text>` +
    path(`M${134 + (name.length + 1) * 15.2} ${y - 8}h${length}`, 'none', stroke('#cfc6b5', 11))
  const rule = y => path(`M118 ${y}h34`, 'none', stroke(colour.ink, 4, 'stroke-dasharray="6 9"'))
  const text = (y, ...lengths) =>
    lengths.map((length, i) => path(`M118 ${y + i * 34}h${length}`, 'none', stroke('#dcd5c7', 11))).join('')
  return svg(
    760,
    900,
    rect(64, 44, 640, 826, '#eae3d4', 'rx="10"') +
      rect(56, 36, 640, 826, colour.white, `rx="10" ${stroke(colour.line, 2)}`) +
      rect(84, 76, 584, 306, '#faf1ea', 'rx="8"') +
      rule(112) +
      key(160, 'title', 330) +
      key(206, 'categories', 210) +
      key(252, 'date', 260) +
      key(298, 'author', 150) +
      key(344, 'headimg', 300) +
      rule(366) +
      text(430, 510, 480, 506, 230) +
      rect(118, 560, 510, 150, colour.mist, 'rx="6"') +
      circle(546, 606, 22, colour.vermilion) +
      path(
        'M118 710V662C170 610 220 612 268 656C310 616 372 620 430 672C480 640 560 652 628 690V704Q628 710 622 710H124Z',
        colour.moss,
      ) +
      path('M248 736h250', 'none', stroke(colour.clay, 9)) +
      text(786, 510, 370),
  )
}

function captionAnatomy() {
  return svg(
    900,
    620,
    rect(110, 60, 680, 400, colour.sky, 'rx="6"') +
      circle(618, 168, 44, '#f6e3d0') +
      `<svg x="110" y="60" width="680" height="400">${hills(680, 400, 300, 130, colour.sage, 5, 5)}${hills(680, 400, 360, 90, colour.moss, 19, 5)}</svg>` +
      path('M210 504H690', 'none', stroke(colour.vermilion, 13)) +
      path('M330 538H570', 'none', stroke('#dcb0aa', 13)) +
      path('M84 486H64V556H84M816 486H836V556H816', 'none', stroke(colour.grey, 4)) +
      path('M110 598H790', 'none', stroke(colour.line, 13)),
  )
}

function ferry() {
  return svg(
    900,
    600,
    down('sky', '#5c7180', '#c69f86', '#ecc9a4') +
      rect(0, 0, 900, 380, 'url(#sky)') +
      circle(640, 330, 54, '#f7dfae') +
      hills(900, 390, 372, 110, '#51636b', 6, 5) +
      hills(900, 390, 385, 60, '#3d4d55', 17, 6) +
      down('water', '#b08f7f', '#4f636f') +
      rect(0, 382, 900, 218, 'url(#water)') +
      times(7, i =>
        path(
          `M${640 - 44 + i * 5} ${398 + i * 22}h${88 - i * 10}`,
          'none',
          stroke('#f7dfae', 5, `opacity="${0.8 - i * 0.09}"`),
        ),
      ) +
      times(8, i =>
        path(
          `M${40 + i * 108} ${430 + (i % 4) * 38}h${46 + (i % 3) * 22}`,
          'none',
          stroke('#8f8684', 3, 'opacity=".55"'),
        ),
      ) +
      place(300, 452, boat('#f3e4cc'), { scale: 1.05 }) +
      times(6, i =>
        path(
          `M${812 + i * 14} 600q${-8 + i * 3} -80 ${4 + i * 5} ${-128 - (i % 3) * 26}`,
          'none',
          stroke('#2c383f', 4),
        ),
      ),
  )
}

function categoryTree() {
  const branch = (d, width) => path(d, 'none', stroke(colour.pine, width))
  const twig = (x, y, turn, fill, scale = 0.74) => place(x, y, leaf(fill), { turn, scale })
  return svg(
    800,
    1000,
    circle(400, 420, 322, colour.sand) +
      path('M150 900C280 872 520 872 650 900', 'none', stroke(colour.grey, 5)) +
      branch('M400 890C404 780 396 700 400 610', 30) +
      branch('M400 640C380 560 270 560 226 452', 17) +
      branch('M400 620C404 520 398 430 400 330', 17) +
      branch('M400 640C424 560 532 560 574 452', 17) +
      branch(
        'M226 452C206 410 170 390 142 376M226 452C224 400 232 370 236 334M270 530C246 520 200 530 172 548',
        8,
      ) +
      branch(
        'M400 330C380 280 352 262 330 240M400 330C422 280 448 262 470 240M400 380C404 300 400 240 400 206',
        8,
      ) +
      branch(
        'M574 452C594 410 630 390 658 376M574 452C576 400 568 370 564 334M530 530C554 520 600 530 628 548',
        8,
      ) +
      twig(142, 380, -58, colour.moss) +
      twig(236, 340, 6, colour.sage) +
      twig(174, 546, -112, colour.sage) +
      twig(332, 244, -38, colour.sage) +
      twig(400, 212, 0, colour.vermilion, 0.92) +
      twig(468, 244, 38, colour.moss) +
      twig(658, 380, 58, colour.sage) +
      twig(564, 340, -6, colour.moss) +
      twig(626, 546, 112, colour.moss) +
      place(520, 884, sheet(62, 80, { lines: 4 }), { turn: 12 }) +
      place(284, 890, sheet(52, 66, { lines: 4 }), { turn: -16 }) +
      twig(600, 900, 100, colour.clay, 0.5),
  )
}

function islandLamp() {
  const random = chance(9)
  return svg(
    1200,
    720,
    down('sky', '#1f2b34', '#3a4f5c', '#6c8288') +
      rect(0, 0, 1200, 470, 'url(#sky)') +
      times(46, () =>
        circle(n(random() * 1200), n(random() * 300), n(0.8 + random() * 1.6), '#f4ead5', 'opacity=".8"'),
      ) +
      path('M222 92A48 48 0 1 0 282 152A40 40 0 1 1 222 92Z', '#f4ead5') +
      hills(1200, 470, 462, 70, '#4d626b', 12, 6) +
      rect(0, 456, 1200, 264, '#2b3a43') +
      path('M500 520C560 440 660 424 760 430C860 436 930 470 972 520Z', '#18222a') +
      path('M690 432V366L744 322L798 366V434Z', '#efe5d2') +
      path('M676 372L744 314L812 372', 'none', stroke(colour.vermilion, 12)) +
      rect(724, 374, 40, 42, colour.gold, 'rx="3"') +
      path('M744 374v42M724 395h40', 'none', stroke('#7a4a22', 3)) +
      path('M846 440c-3 -40 2 -70 0 -108', 'none', stroke('#0f171d', 8)) +
      circle(846, 318, 40, '#2f4a42') +
      circle(876, 346, 28, '#2f4a42') +
      circle(818, 346, 30, '#28413a') +
      times(8, i =>
        path(
          `M${744 - 62 + i * 7} ${536 + i * 19}h${124 - i * 14}`,
          'none',
          stroke(colour.gold, 5, `opacity="${0.75 - i * 0.085}"`),
        ),
      ) +
      times(14, i =>
        path(
          `M${(i * 283) % 1160} ${508 + ((i * 47) % 190)}h${40 + (i % 4) * 18}`,
          'none',
          stroke('#4b606b', 3),
        ),
      ),
  )
}

function trail() {
  const row = (y, length, paint = '#e1dacc') => path(`M110 ${y}h${length}`, 'none', stroke(paint, 15))
  const read = '#b8c2b1'
  return svg(
    1000,
    520,
    rect(60, 40, 620, 440, colour.white, `rx="12" ${stroke(colour.line, 3)}`) +
      row(96, 500, read) +
      row(132, 520, read) +
      row(168, 310, read) +
      row(226, 520, read) +
      row(262, 486, read) +
      row(320, 512) +
      row(356, 470) +
      row(392, 516) +
      row(428, 240) +
      path('M84 290H656', 'none', stroke(colour.vermilion, 5)) +
      path('M640 40V300l24 -22l24 22V40Z', colour.vermilion) +
      path(
        'M720 470C770 440 742 384 800 360S900 320 866 262S800 190 868 148S930 96 918 60',
        'none',
        stroke(colour.clay, 9, 'stroke-dasharray="2 24"'),
      ) +
      circle(866, 262, 17, colour.vermilion) +
      circle(866, 262, 7, colour.paper) +
      place(720, 476, leaf(colour.sage), { turn: -30, scale: 0.5 }) +
      place(918, 62, sheet(54, 68, { lines: 4 }), { turn: 8 }),
  )
}

function keys() {
  const key = (x, y, width, sign, fill = colour.white) =>
    rect(x, y + 9, width, 96, '#d3c9b7', 'rx="15"') +
    rect(x, y, width, 96, fill, `rx="15" ${stroke(colour.line, 2)}`) +
    place(
      x + width / 2,
      y + 48,
      path(sign, 'none', stroke(fill === colour.white ? colour.ink : colour.paper, 6)),
    )
  return svg(
    1000,
    420,
    rect(46, 54, 908, 312, colour.sand, 'rx="26"') +
      key(84, 92, 168, 'M-40 -12H34M18 -27l17 15l-17 15M42 -30V6M40 22H-34M-18 7l-17 15l17 15M-42 4V40') +
      times(4, i => key(272 + i * 116, 92, 96, 'M0 0')) +
      key(736, 92, 180, 'M36 -22V8H-34M-14 -14l-22 22l22 22', colour.vermilion) +
      key(84, 220, 226, 'M0 -26L30 4H14V26H-14V4H-30Z') +
      key(330, 220, 230, 'M-60 8v16H60V8') +
      key(580, 220, 100, 'M16 0H-18M-4 -16l-16 16l16 16') +
      key(698, 220, 100, 'M0 -16V18M-16 4l16 16l16 -16') +
      key(816, 220, 100, 'M-16 0H18M4 -16l16 16l-16 16'),
  )
}

function lightAndDark() {
  const lines = (x, paint) =>
    [300, 268, 292, 170, 0, 296, 280, 210]
      .map((length, i) => (length ? path(`M${x} ${246 + i * 31}h${length}`, 'none', stroke(paint, 9)) : ''))
      .join('')
  return svg(
    1000,
    560,
    rect(0, 0, 500, 560, '#f4efe5') +
      rect(500, 0, 500, 560, '#1d1c1a') +
      circle(500, 126, 58, colour.vermilion) +
      path('M500 68A58 58 0 0 1 500 184A58 58 0 0 0 500 68Z', '#e8d8b4') +
      path('M500 68A58 58 0 0 1 500 184Z', '#e8d8b4') +
      circle(524, 112, 9, '#d3c199') +
      circle(536, 146, 6, '#d3c199') +
      lines(110, '#c9bfae') +
      lines(590, '#5a564e') +
      path('M110 210h180', 'none', stroke(colour.ink, 14)) +
      path('M590 210h180', 'none', stroke('#ece6da', 14)),
  )
}

function paperPlane() {
  return svg(
    900,
    420,
    path(
      'M60 360C210 300 230 180 330 196S420 330 500 280S560 160 640 140',
      'none',
      stroke(colour.clay, 6, 'stroke-dasharray="1 18"'),
    ) +
      path('M842 62L566 150L650 190Z', colour.white, stroke(colour.line, 3)) +
      path('M842 62L650 190L664 262L706 214L772 232Z', '#f0e8d9', stroke(colour.line, 3)) +
      path('M650 190L664 262L706 214Z', colour.vermilion) +
      path('M0 420V392C90 366 190 398 300 386S560 372 660 392S830 380 900 388V420Z', colour.sage) +
      circle(60, 360, 13, colour.vermilion),
  )
}

function seal() {
  return svg(
    200,
    200,
    rect(16, 16, 168, 168, colour.vermilion, 'rx="20"') +
      rect(27, 27, 146, 146, 'none', `rx="12" ${stroke(colour.paper, 4)}`) +
      `<g ${serif} font-weight="700" font-size="62" fill="${colour.paper}" text-anchor="middle"><text x="100" y="92">拾</text><text x="100" y="156">页</text></g>`,
  )
}

function eternity() {
  return svg(
    800,
    800,
    rect(80, 80, 640, 640, colour.white, stroke(colour.vermilion, 5)) +
      path(
        'M400 80V720M80 400H720M80 80L720 720M720 80L80 720',
        'none',
        stroke('#dfaaa3', 2.5, 'stroke-dasharray="9 10"'),
      ) +
      `<text x="400" y="612" ${serif} font-weight="500" font-size="580" fill="${colour.ink}" text-anchor="middle">永</text>`,
  )
}

function leading() {
  const words = [
    '窗外雨初停，',
    '灯前纸自明。',
    '一行读到尾，',
    '次句不须寻。',
    '字里留余地，',
    '行间有好音。',
  ]
  const block = (x, gap, paint) =>
    words
      .map(
        (line, i) =>
          `<text x="${x}" y="${118 + i * gap}" ${serif} font-size="44" fill="${paint}">${line}</text>`,
      )
      .join('')
  return svg(
    1000,
    520,
    rect(500, 0, 500, 520, '#f3ecdf') +
      block(116, 47, colour.ink) +
      block(616, 73, colour.ink) +
      path('M84 84V354', 'none', stroke(colour.vermilion, 5)) +
      path('M584 84V484', 'none', stroke(colour.moss, 5)),
  )
}

function punctuation() {
  const box = (x, y, width, body) =>
    rect(x, y, width, 100, colour.white, stroke('#dccfc0', 2.5)) + place(x, y, body)
  const word = rect(18, 18, 64, 64, '#cfc8bb', 'rx="5"')
  const stop = circle(26, 76, 10, 'none', stroke(colour.vermilion, 5))
  const close = path('M16 84h22v-22', 'none', stroke(colour.vermilion, 6))
  const open = path('M84 18h-22v22', 'none', stroke(colour.vermilion, 6))
  const row = (y, mark) => {
    let x = 150
    return [
      [100, word],
      [100, word],
      [mark, stop],
      [mark, close],
      [100, open],
      [100, word],
      [100, word],
    ]
      .map(([width, body]) => {
        x += width
        return box(x - width, y, width, body)
      })
      .join('')
  }
  return svg(
    1000,
    340,
    row(44, 100) + row(196, 50) + path('M772 246H846M790 230l-18 16l18 16', 'none', stroke(colour.moss, 5)),
  )
}

/** One frame of the mended bowl: the seam of gold grows, then the bowl rests. */
function bowl(step, steps) {
  const done = Math.min(1, step / (steps - 4))
  const seam = (d, length) =>
    path(d, 'none', stroke('#8c8171', 3)) +
    path(
      d,
      'none',
      stroke(colour.gold, 6, `stroke-dasharray="${length}" stroke-dashoffset="${n(length * (1 - done))}"`),
    )
  return svg(
    480,
    300,
    path('M0 246H480V300H0Z', '#efe7d8') +
      path('M176 246H304L292 262H188Z', '#8e9f98') +
      path('M100 96H380C376 182 322 250 240 250C158 250 104 182 100 96Z', '#b9c6c0') +
      path('M100 96H380C379 116 375 134 369 150C290 172 190 172 111 150C105 134 101 116 100 96Z', '#cfd9d3') +
      seam('M286 98L264 136L290 170L256 204L262 248', 176) +
      seam('M264 136L206 150L180 196', 122) +
      seam('M290 170L340 178', 52),
  )
}

// ── One window, twelve months ──────────────────────────────────────────────────────────────────────────────────────

const monthsOutside = [
  {
    sky: ['#c9d3d9', '#e9ecec'],
    far: '#dfe5e6',
    near: '#f4f5f3',
    snow: 1,
    falling: 'snow',
  },
  {
    sky: ['#d5dad9', '#f0e9dd'],
    far: '#cfd6d3',
    near: '#e7e6da',
    sun: ['#f3e2bd', 560, 190, 40],
    snow: 0.35,
  },
  {
    sky: ['#cfdde0', '#f3efe2'],
    far: '#b9c8bb',
    near: '#b3bf98',
    leaves: ['#b9c76f', 5, 0.7],
  },
  {
    sky: ['#d7e0e1', '#f6ece6'],
    far: '#a9bea9',
    near: '#9db488',
    leaves: ['#efc6c4', 10, 1],
    second: '#e0a6a8',
    falling: 'petals',
  },
  {
    sky: ['#bfd8dd', '#eef0e2'],
    far: '#93b095',
    near: '#86a473',
    leaves: ['#7fa05c', 14, 1],
    second: '#9bb56f',
    sun: ['#f7ecc6', 190, 150, 34],
  },
  {
    sky: ['#8fa3ab', '#c3cdcd'],
    far: '#7e978a',
    near: '#6d8b68',
    leaves: ['#56794f', 16, 1],
    second: '#688a5c',
    falling: 'rain',
  },
  {
    sky: ['#22303d', '#4d6672'],
    far: '#2f463f',
    near: '#263a30',
    leaves: ['#2f4a38', 16, 1],
    second: '#385640',
    falling: 'fireflies',
    wood: '#141c1b',
  },
  {
    sky: ['#7fb0c4', '#dbe9e4'],
    far: '#6f9377',
    near: '#7f9d5c',
    leaves: ['#4f7746', 17, 1],
    second: '#64894f',
    clouds: true,
  },
  {
    sky: ['#2b3a4a', '#7d8a92'],
    far: '#4a5c58',
    near: '#5b6650',
    leaves: ['#6f7a45', 13, 1],
    second: '#87834a',
    sun: ['#f6ecd0', 540, 150, 58],
    wood: '#1b211f',
  },
  {
    sky: ['#bcd0d6', '#f5e3cc'],
    far: '#b79c78',
    near: '#c2a263',
    leaves: ['#cf7d3a', 13, 1],
    second: '#b3392f',
    falling: 'leaves',
  },
  {
    sky: ['#c7c9c6', '#ece2d4'],
    far: '#a8a195',
    near: '#b7a88c',
    leaves: ['#a5673a', 6, 0.16],
    birds: true,
  },
  {
    sky: ['#47505f', '#d69a7a', '#efc79c'],
    far: '#59606a',
    near: '#434a50',
    lamps: true,
    wood: '#22262a',
  },
]

function windowIn(month) {
  const view = monthsOutside[month - 1]
  const random = chance(month * 7)
  const tree = wood(5, {
    length: 112,
    depth: 6,
    paint: view.wood ?? '#4a4038',
  })
  const falling = {
    snow: () =>
      times(60, () =>
        circle(n(random() * 800), n(random() * 600), n(2 + random() * 3.5), '#ffffff', 'opacity=".9"'),
      ),
    petals: () =>
      times(26, () =>
        place(random() * 800, random() * 600, '<ellipse rx="6" ry="3.4" fill="#eab8ba"/>', {
          turn: random() * 180,
        }),
      ),
    rain: () =>
      times(64, () =>
        path(
          `M${n(random() * 820)} ${n(random() * 600)}l-9 34`,
          'none',
          stroke('#dbe5e6', 2, 'opacity=".6"'),
        ),
      ),
    fireflies: () =>
      times(24, () => {
        const [x, y] = [n(random() * 800), n(300 + random() * 280)]
        return circle(x, y, 9, '#e9d77a', 'opacity=".22"') + circle(x, y, 3, '#f4e9a0')
      }),
    leaves: () =>
      times(16, () =>
        place(random() * 800, 140 + random() * 440, leaf(random() < 0.5 ? '#cf7d3a' : '#b3392f'), {
          turn: random() * 360,
          scale: 0.22,
        }),
      ),
  }[view.falling]?.()
  const cloud = (x, y, scale) =>
    place(
      x,
      y,
      circle(-40, 0, 26, '#fff') +
        circle(0, -14, 36, '#fff') +
        circle(42, 0, 28, '#fff') +
        rect(-66, -2, 136, 28, '#fff', 'rx="14"'),
      { scale },
    )
  const outside =
    down('sky', ...view.sky) +
    rect(0, 0, 800, 600, 'url(#sky)') +
    (view.sun ? circle(view.sun[1], view.sun[2], view.sun[3], view.sun[0]) : '') +
    (view.clouds ? cloud(210, 160, 1) + cloud(610, 112, 0.7) : '') +
    hills(800, 600, 400, 120, view.far, 23, 5) +
    hills(800, 600, 500, 70, view.near, 31, 6) +
    (view.lamps
      ? times(11, i => rect(60 + i * 66 + (i % 3) * 12, 446 + (i % 4) * 15, 9, 11, '#f1c75b'))
      : '') +
    (view.birds
      ? times(7, i =>
          path(
            `M${330 - Math.abs(i - 3) * -34 + i * 8} ${112 + Math.abs(i - 3) * 22}q8 -9 16 0q8 -9 16 0`,
            'none',
            stroke('#4a4038', 3),
          ),
        )
      : '') +
    place(
      268,
      540,
      tree.branches +
        (view.leaves
          ? tree.tips
              .filter(() => random() < view.leaves[2])
              .map(([x, y], i) =>
                circle(
                  n(x),
                  n(y),
                  n(view.leaves[1] * (0.7 + random() * 0.6)),
                  view.second && i % 3 === 0 ? view.second : view.leaves[0],
                  'opacity=".86"',
                ),
              )
              .join('')
          : '') +
        (view.snow
          ? tree.tips
              .filter(() => random() < view.snow)
              .map(([x, y]) => circle(n(x), n(y), 6, '#ffffff'))
              .join('')
          : ''),
    ) +
    (falling ?? '')
  const dark = [7, 9, 12].includes(month)
  const [frame, shade, sill] = dark ? ['#3d332a', '#2c241d', '#4b3f34'] : ['#efe6d6', '#d8ccb7', '#f6efe2']
  return svg(
    800,
    600,
    outside +
      path('M0 0H800V600H0ZM46 46V532H754V46Z', frame, 'fill-rule="evenodd"') +
      rect(388, 46, 24, 486, frame) +
      rect(46, 250, 708, 18, frame) +
      path('M46 46H754M46 46V532M412 46V532M46 268H388M412 268H754', 'none', stroke(shade, 3)) +
      rect(0, 532, 800, 68, sill) +
      rect(0, 532, 800, 6, shade) +
      place(
        654,
        530,
        path('M-30 0L-24 46H24L30 0Z', colour.vermilion) +
          rect(-35, -10, 70, 14, '#c4544a', 'rx="4"') +
          place(0, -8, leaf(dark ? '#4f6b53' : colour.moss), {
            turn: -26,
            scale: 0.62,
          }) +
          place(0, -8, leaf(dark ? '#5d7a5f' : colour.sage), {
            turn: 24,
            scale: 0.72,
          }),
      ) +
      rect(112, 518, 118, 17, '#7b93a0', 'rx="3"') +
      rect(120, 503, 98, 15, '#d9a441', 'rx="3"') +
      rect(126, 507, 92, 7, '#fbf6ea'),
  )
}

// ── Icon and card ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A white page with a folded corner on the seal's vermilion; on the page, a sprout above two lines of writing. */
const iconMark =
  '<path d="M144 112h154l70 70v202a18 18 0 0 1-18 18H162a18 18 0 0 1-18-18z" fill="#fffefb"/>' +
  '<path d="M298 112v52a18 18 0 0 0 18 18h52z" fill="#e9c3bb"/>' +
  '<path d="M240 274c2-26 2-44 0-60" fill="none" stroke="#b3392f" stroke-width="15" stroke-linecap="round"/>' +
  '<path d="M239 232c-42 2-66-22-67-64c42-2 66 22 67 64z" fill="#b3392f"/>' +
  '<path d="M243 252c0-33 17-53 52-57c1 36-17 57-52 57z" fill="#b3392f"/>' +
  '<path d="M188 312h136M188 356h84" fill="none" stroke="#b3392f" stroke-width="22" stroke-linecap="round"/>'
const resized = scale =>
  `<g transform="translate(256 257) scale(${scale}) translate(-256 -257)">${iconMark}</g>`
const icon = (corner, mark = resized(1.16)) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">` +
  `<rect width="512" height="512" rx="${corner}" fill="#b3392f"/>${mark}</svg>\n`
// A launcher may crop a maskable icon to the circle of 80 % of its width: the mark's corners stay within it.
const maskableIcon = icon(0, resized(0.9))

function shareCard() {
  return svg(
    1200,
    630,
    down('sky', '#fbfaf7', '#f5e9d9') +
      rect(0, 0, 1200, 630, 'url(#sky)') +
      hills(1200, 630, 500, 110, '#dbe0d7', 4) +
      hills(1200, 630, 560, 100, '#b6c3b0', 21) +
      hills(1200, 630, 622, 80, '#8a9d86', 8) +
      [
        [1010, 150, 12, 1],
        [884, 236, -14, 0.74],
        [1064, 318, -8, 0.56],
        [800, 130, 20, 0.44],
      ]
        .map(([x, y, turn, scale]) => place(x, y, sheet(130, 168, { edge: '#d8cdbb' }), { turn, scale }))
        .join('') +
      place(
        96,
        118,
        `<g transform="scale(.29)"><rect width="512" height="512" rx="112" fill="${colour.vermilion}"/>${resized(1.16)}</g>`,
      ) +
      `<text x="90" y="418" ${serif} font-weight="700" font-size="148" fill="${colour.ink}">拾页</text>` +
      `<text x="410" y="416" ${serif} font-weight="500" font-size="82" fill="${colour.vermilion}">Shiye</text>`,
  )
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const windows = monthsOutside.map((_, i) => [
  `window-${String(i + 1).padStart(2, '0')}.${i === 3 ? 'jpg' : 'webp'}`,
  windowIn(i + 1),
  { width: 800, quality: 0.7 },
])

const handbook = [
  ['pages.jpg', pagesOverHills(), { width: 1200, quality: 0.8 }],
  ['handscroll.jpg', handscroll(), { width: 1600, quality: 0.78 }],
  ['seed-to-site.svg', seedToSite()],
  ['seed-file.png', seedFile(), { width: 760 }],
  ['caption.png', captionAnatomy(), { width: 900 }],
  ['ferry.jpg', ferry(), { width: 900, quality: 0.8 }],
  ['tree.webp', categoryTree(), { width: 800, quality: 0.86 }],
  ['island.webp', islandLamp(), { width: 1200, quality: 0.82 }],
  ['trail.svg', trail()],
  ['keys.svg', keys()],
  ['light-dark.png', lightAndDark(), { width: 1000 }],
  ['plane.svg', paperPlane()],
  ['seal.png', seal(), { width: 200 }],
  ['yong.png', eternity(), { width: 800 }],
  ['leading.webp', leading(), { width: 1000, quality: 0.86 }],
  ['punctuation.svg', punctuation()],
  ...windows,
]
const app = [
  ['icon.svg', icon(112)],
  ['favicon.svg', icon(112)],
  ['icon-192.png', icon(112), { width: 192 }],
  ['icon-512.png', icon(112), { width: 512 }],
  ['icon-maskable-512.png', maskableIcon, { width: 512 }],
  ['apple-touch-icon.png', icon(0), { width: 180 }],
  ['card.png', shareCard(), { width: 1200 }],
]

const wanted = process.argv[2] ?? ''
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) // else Playwright's own
const browser = await chromium.launch({ executablePath })
const tab = await browser.newPage()
mkdirSync(pictures, { recursive: true })
mkdirSync(publicFiles, { recursive: true })

for (const [folder, list] of [
  [pictures, handbook],
  [publicFiles, app],
]) {
  for (const [name, drawing, options] of list) {
    if (!name.includes(wanted)) continue
    save(folder, name, options ? await bitmap(drawing, name, options) : drawing)
  }
}
if ('mend.gif'.includes(wanted)) save(pictures, 'mend.gif', await animation(16))
await browser.close()

function save(folder, name, bytes) {
  writeFileSync(join(folder, name), bytes)
  console.log(`${name}  ${(bytes.length / 1024).toFixed(1)} KB`)
}

async function bitmap(drawing, name, { width, quality }) {
  const type = { jpg: 'image/jpeg', webp: 'image/webp' }[name.split('.').pop()]
  const { url, size } = await tab.evaluate(
    async ({ drawing, width, type, quality }) => {
      const picture = new Image()
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = Math.round((width * picture.height) / picture.width)
      const context = canvas.getContext('2d')
      context.drawImage(picture, 0, 0, canvas.width, canvas.height)
      if (type) return { url: canvas.toDataURL(type, quality) }
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      const chunks = []
      for (let i = 0; i < data.length; i += 8192)
        chunks.push(String.fromCharCode(...data.subarray(i, i + 8192)))
      return {
        url: `,${btoa(chunks.join(''))}`,
        size: [canvas.width, canvas.height],
      }
    },
    { drawing, width, type, quality },
  )
  const bytes = Buffer.from(url.split(',')[1], 'base64')
  if (type) return bytes
  return name.endsWith('.png') ? encodePng(...size, bytes) : bytes
}

async function animation(steps) {
  const frames = []
  for (let step = 0; step < steps; step++)
    frames.push(await bitmap(bowl(step, steps), 'frame.rgba', { width: 480 }))
  return encodeGif(
    480,
    300,
    frames,
    frames.map((_, i) => (i === steps - 1 ? 220 : 14)),
  )
}

/** The commonest colours of flat drawings, and every pixel as an index into them: its own colour or the nearest. */
function indexColours(frames, most) {
  const counts = new Map()
  for (const frame of frames)
    for (let i = 0; i < frame.length; i += 4) {
      const rgba = frame.readUInt32BE(i)
      counts.set(rgba, (counts.get(rgba) ?? 0) + 1)
    }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([rgba]) => rgba)
  const distance = (a, b) =>
    [24, 16, 8, 0].reduce((sum, shift) => sum + (((a >>> shift) & 255) - ((b >>> shift) & 255)) ** 2, 0)
  const nearest = new Map()
  for (const rgba of counts.keys())
    nearest.set(
      rgba,
      palette.reduce(
        (best, other, i) => (distance(rgba, other) < distance(rgba, palette[best]) ? i : best),
        0,
      ),
    )
  const indexed = frames.map(frame =>
    Uint8Array.from({ length: frame.length / 4 }, (_, i) => nearest.get(frame.readUInt32BE(i * 4))),
  )
  return { palette, indexed }
}

/** A PNG with a palette: flat drawings come out at a third of what a canvas writes. */
function encodePng(width, height, pixels) {
  const {
    palette,
    indexed: [indexes],
  } = indexColours([pixels], 256)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(rgba => [rgba >>> 24, (rgba >> 16) & 255, (rgba >> 8) & 255]))),
    chunk('tRNS', Buffer.from(palette.map(rgba => rgba & 255))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes) {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ -1) >>> 0
}

/** A looping GIF; after the first frame only the rectangle that changed is stored. */
function encodeGif(width, height, frames, delays) {
  const { palette, indexed } = indexColours(frames, 64)
  const word = value => [value & 255, value >> 8]
  const bytes = [...Buffer.from('GIF89a'), ...word(width), ...word(height), 0xf5, 0, 0]
  for (let i = 0; i < 64; i++) {
    const rgba = palette[i] ?? 0
    bytes.push(rgba >>> 24, (rgba >> 16) & 255, (rgba >> 8) & 255)
  }
  bytes.push(0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0)
  indexed.forEach((frame, at) => {
    let [left, top, right, bottom] = at === 0 ? [0, 0, width - 1, height - 1] : [width, height, 0, 0]
    if (at > 0) {
      frame.forEach((index, i) => {
        if (index === indexed[at - 1][i]) return
        const [x, y] = [i % width, Math.floor(i / width)]
        ;[left, right, top, bottom] = [
          Math.min(left, x),
          Math.max(right, x),
          Math.min(top, y),
          Math.max(bottom, y),
        ]
      })
      if (right < left) [left, top, right, bottom] = [0, 0, 0, 0] // nothing moved: one pixel keeps the time
    }
    const [wide, high] = [right - left + 1, bottom - top + 1]
    const part = Uint8Array.from(
      { length: wide * high },
      (_, i) => frame[(top + Math.floor(i / wide)) * width + left + (i % wide)],
    )
    bytes.push(
      0x21,
      0xf9,
      4,
      4,
      ...word(delays[at]),
      0,
      0,
      0x2c,
      ...word(left),
      ...word(top),
      ...word(wide),
      ...word(high),
      0,
      6,
    )
    const packed = lzw(part, 6)
    for (let i = 0; i < packed.length; i += 255)
      bytes.push(Math.min(255, packed.length - i), ...packed.slice(i, i + 255))
    bytes.push(0)
  })
  return Buffer.from([...bytes, 0x3b])
}

/** GIF's own packing: codes of growing width, the table started anew when it is full. */
function lzw(indexes, bits) {
  const [clear, end] = [1 << bits, (1 << bits) + 1]
  const out = []
  let [held, count, size, next, table] = [0, 0, bits + 1, end + 1, new Map()]
  const emit = code => {
    held |= code << count
    for (count += size; count >= 8; count -= 8, held >>>= 8) out.push(held & 255)
  }
  emit(clear)
  let prefix = indexes[0]
  for (let i = 1; i < indexes.length; i++) {
    const pair = prefix * 256 + indexes[i]
    if (table.has(pair)) {
      prefix = table.get(pair)
      continue
    }
    emit(prefix)
    if (next < 4096) {
      table.set(pair, next)
      if (next === 1 << size) size++
      next++
    } else {
      emit(clear)
      ;[size, next, table] = [bits + 1, end + 1, new Map()]
    }
    prefix = indexes[i]
  }
  emit(prefix)
  emit(end)
  if (count > 0) out.push(held & 255)
  return out
}
