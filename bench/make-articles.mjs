// Writes invented articles in the form of seeds: the same bytes for the same number, on any machine.
// node bench/make-articles.mjs --count N --out DIR [--image-base URL]
// The first hundred of a thousand are the hundred: an article depends on its own number only. It has about 6 KB (median)
// of text that means nothing, categories of three levels, and up to twelve pictures of known sizes, which
// `pictures.mjs` serves. Its markup is clean: nothing in it is easier for one generator than for another.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { POOL } from './pictures.mjs'

const words = text => text.split(' ')
const TOPICS = words(
  '古籍修复 校园足球 水资源 春季防汛 老城改造 乡村阅读 天文观测 家庭医生 地方戏曲 城市夜跑 开源软件',
)
const PLACES = words(
  '青石桥 松岭县 西门老街 柳林渡 星河园区 雁塘 竹山乡 梨树沟 铁索桥 北仓码头 南屏镇 望江楼',
)
const ROLES = words('记者 船长 木匠 志愿者 研究员 统计员 店主 值班员 调度员 学生 负责人 气象员')
const THINGS = words(
  '图纸 菜单 信号灯 旧照片 传感器 路线 种子 算法 石板路 设备 剧本 通知 样本 屋顶 长椅 规则',
)
const VERBS = words('整理 修复 分享 验证 记录 扩建 搬迁 核对 翻译 优化 绘制 收集 展示 复查')
const QUALITIES = words('可靠 清晰 平缓 均匀 安静 轻便 漫长 罕见 细致 及时 温和 复杂')
const SECTIONS = words('新媒体 生活 科技 文化')
const SOURCES = words('远山志 晨光报 海岸线 拾光社 慢读 南窗')
const CHANNELS = words('热门 深度 快讯')
const WEEKDAYS = words('Sun Mon Tue Wed Thu Fri Sat')
const MONTHS = words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')

const SENTENCES = [
  r => `${r.pick(PLACES)}的${r.pick(ROLES)}开始${r.pick(VERBS)}${r.pick(THINGS)}。`,
  r =>
    `谈到${r.pick(TOPICS)}，${r.pick(ROLES)}们想到的往往是${r.pick(THINGS)}、${r.pick(THINGS)}和${r.pick(THINGS)}。`,
  r =>
    `从${r.pick(PLACES)}到${r.pick(PLACES)}，大约要走 ${r.int(2, 90)} 公里，沿途的${r.pick(THINGS)}都很${r.pick(QUALITIES)}。`,
  r => `如果没有${r.pick(QUALITIES)}的${r.pick(THINGS)}，${r.pick(TOPICS)}很难继续${r.pick(VERBS)}下去。`,
  r =>
    `${r.int(1, 12)} 月 ${r.int(1, 28)} 日，${r.pick(ROLES)}在${r.pick(PLACES)}介绍了 ${r.int(3, 900)} 份${r.pick(THINGS)}。`,
  r =>
    `“${r.pick(THINGS)}比想象中${r.pick(QUALITIES)}，”${r.pick(ROLES)}一边${r.pick(VERBS)}${r.pick(THINGS)}一边说。`,
]

const BLOCKS = [
  ...Array(14).fill(r => `<p>${sentences(r, r.int(2, 6))}</p>`),
  r => `<h2>${r.pick(TOPICS)}中的${r.pick(THINGS)}</h2>`,
  r => `<blockquote><p>${sentences(r, 2)}</p></blockquote>`,
  r =>
    `<ul>${Array.from({ length: r.int(2, 5) }, () => `<li>${r.pick(VERBS)}${r.pick(QUALITIES)}的${r.pick(THINGS)}</li>`).join('')}</ul>`,
  r =>
    `<p>${sentences(r, 2)}<strong>${r.pick(TOPICS)}要${r.pick(QUALITIES)}</strong>。${sentences(r, 1)}</p>`,
]

/** How many pictures an article has: most have a few. */
const PICTURE_COUNTS = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 12]

/**
 * Article number so and so.
 *
 * @param imageBase where `pictures.mjs` serves the pictures
 * @returns the name of its file and its text
 */
export function makeArticle(number, imageBase) {
  const r = new Random(number)
  const id = r.hex(16)
  const title = `${r.pick(PLACES)}的${r.pick(ROLES)}：${r.pick(TOPICS)}为何要${r.pick(VERBS)}${r.pick(THINGS)}（${number}）`
  const path = [r.pick(SECTIONS), r.pick(SOURCES), r.pick(CHANNELS)]
  const date = makeDate(r)
  const pictures = Array.from({ length: r.pick(PICTURE_COUNTS) }, () => makePicture(r, imageBase))
  const text = [
    '---',
    `title: '${title}'`,
    'categories:',
    ...path.map(name => ` - ${name}`),
    `author: ${path[1]}`,
    `date: ${date}`,
    ...(pictures[0] ? [`thumbnail: '${pictures[0].address}'`] : []),
    '---',
    '',
    makeBody(r, pictures),
    '',
  ].join('\n')
  return { file: `${String(number).padStart(6, '0')}_${id}.txt`, text }
}

/** Writes the first `count` articles into a folder. */
export function makeArticles(count, dir, imageBase) {
  mkdirSync(dir, { recursive: true })
  for (let number = 0; number < count; number++) {
    const { file, text } = makeArticle(number, imageBase)
    writeFileSync(join(dir, file), text)
  }
}

/** Text until its size is reached, log-normal about 6 KB, with the pictures spread over it; one in two articles begins with one. */
function makeBody(r, pictures) {
  const size = Math.min(30_000, Math.max(1_500, 5_600 * Math.exp(0.7 * r.normal())))
  const blocks = []
  for (let bytes = 0; bytes < size; bytes += Buffer.byteLength(blocks.at(-1))) blocks.push(r.pick(BLOCKS)(r))
  const places = pictures.map((_, index) => (index === 0 && r.int(0, 1) ? 0 : r.int(0, blocks.length)))
  places.sort((a, b) => a - b)
  // From the last to the first, so that the places of those before stay true.
  for (const [index, { html }] of [...pictures.entries()].reverse()) blocks.splice(places[index], 0, html)
  return blocks.join('\n')
}

function makePicture(r, imageBase) {
  const { file, width, height } = r.pick(POOL)
  const address = `${imageBase}/${file}?id=${r.hex(12)}`
  const image = `<img src="${address}" width="${width}" height="${height}" alt="">`
  const caption = `${r.pick(PLACES)}，${r.pick(THINGS)}（资料图）`
  const html = r.int(0, 1)
    ? `<figure>${image}<figcaption>${caption}</figcaption></figure>`
    : `<p>${image}</p>`
  return { address, html }
}

/** In one of the two ways of feed archives: RFC 2822, or without a zone. */
function makeDate(r) {
  const date = new Date(Date.UTC(2018, 0, 1) + r.int(0, 1825 * 86_400 - 1) * 1000)
  const [day, clock] = date.toISOString().slice(0, 19).split('T')
  if (r.int(0, 3) === 0) return `${day} ${clock}`
  const month = MONTHS[date.getUTCMonth()]
  return `${WEEKDAYS[date.getUTCDay()]}, ${day.slice(8)} ${month} ${date.getUTCFullYear()} ${clock} GMT`
}

const sentences = (r, count) => Array.from({ length: count }, () => r.pick(SENTENCES)(r)).join('')

/** Numbers that are the same everywhere: mulberry32, begun by the number of the article. */
class Random {
  #state

  constructor(start) {
    this.#state = Math.imul(start + 1, 0x9e3779b1)
  }

  /** From 0 up to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }

  int = (low, high) => low + Math.floor(this.next() * (high - low + 1))
  pick = list => list[this.int(0, list.length - 1)]
  hex = length => Array.from({ length }, () => this.int(0, 15).toString(16)).join('')
  /** About normal: the sum of a dozen. */
  normal = () => Array.from({ length: 12 }, () => this.next()).reduce((sum, value) => sum + value, -6)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      out: { type: 'string' },
      'image-base': { type: 'string', default: 'https://pictures.example' },
    },
  })
  if (!(Number(values.count) > 0) || !values.out) throw new Error('--count and --out are needed')
  makeArticles(Number(values.count), values.out, values['image-base'])
}
