import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { HOSTILE_SEEDS } from '../sites.ts'
import { linkAttacks, pictureAttacks } from './addresses.ts'
import type { Attack } from './attack.ts'
import { bodyAttacks, swallowingAttacks } from './bodies.ts'
import { textAttacks } from './front-matter.ts'

/** How many attacks share a page: each stands between paragraphs of its own. */
const PER_PAGE = 24

/** The last paragraph of an article, which nothing before it may swallow. */
export const LAST_WORDS = '文章到这里结束。'

export interface HostileArticle {
  id: string
  title: string
  attacks: Attack[]
  /** Whether the text after its attack is the attack's by the rules of HTML. */
  isSwallowed: boolean
  /** Whether each attack stands after its mark. */
  hasMarks: boolean
}

const groups = (all: Attack[]): Attack[][] =>
  Array.from({ length: Math.ceil(all.length / PER_PAGE) }, (_, index) =>
    all.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  )

let nextId = 0
const newId = () => `bad0${(nextId++).toString(16).padStart(12, '0')}`

const bodies: HostileArticle[] = [
  ...groups([...bodyAttacks, ...linkAttacks, ...pictureAttacks]).map(attacks => ({
    id: newId(),
    title: `正文 ${attacks[0]!.number} 到 ${attacks.at(-1)!.number}`,
    attacks,
    isSwallowed: false,
    hasMarks: true,
  })),
  ...swallowingAttacks.map(attack => ({
    id: newId(),
    title: `吞没 ${attack.number}`,
    attacks: [attack],
    isSwallowed: true,
    hasMarks: true,
  })),
]

const fronts: HostileArticle[] = textAttacks.map(attack => ({
  id: newId(),
  title: attack.text,
  attacks: [attack],
  isSwallowed: false,
  hasMarks: false,
}))

/** Every article of the hostile site. */
export const hostileArticles: HostileArticle[] = [...bodies, ...fronts]

/** Fields of front matter that each text attack stands in. */
const FIELDS = ['author', 'headimg', 'excerpt', 'lang', 'link', 'body', 'id', 'path', 'constructor']

/** So many attacks there are in all. */
export const attackCount =
  bodies.reduce((sum, { attacks }) => sum + attacks.length, 0) + fronts.length * (FIELDS.length + 4)

/** Seeds whose attack is a date, which is no date: none becomes an article. */
export const refusedSeeds = textAttacks.slice(0, 8).map((attack, index) => ({
  file: `date_${index}_dead${String(index).padStart(12, '0')}.txt`,
  id: `dead${String(index).padStart(12, '0')}`,
  attack,
}))

/** What the settings of the hostile site say. */
export const hostileSettings = {
  name: '</script><script>__hit(900001)</script>"\'',
  description: '"><img src=x onerror=__hit(900002)> </title> $& <!--app-->',
  language: 'zh-CN',
}

/** The mark before each attack of a body. */
export const markOf = (attack: Attack): string => `第 ${attack.number} 种`

/** Makes the seeds folder of the hostile site. */
export function makeHostileSeeds(): void {
  rmSync(HOSTILE_SEEDS, { recursive: true, force: true })
  mkdirSync(HOSTILE_SEEDS, { recursive: true })
  const write = (name: string, lines: string[]) => writeFileSync(`${HOSTILE_SEEDS}/${name}`, lines.join('\n'))
  write('site.json', [JSON.stringify(hostileSettings)])

  for (const [index, { id, title, attacks }] of bodies.entries())
    write(`body_${id}.txt`, [
      ...['---', `title: ${title}`, `categories: [攻击, 正文]`, `date: ${dateOf(index)}`, '---'],
      '<p>文章从这里开始。</p>',
      ...attacks.map(attack => `<p>${markOf(attack)}</p>\n${attack.text}\n`),
      `<p>${LAST_WORDS}</p>`,
    ])

  for (const [index, { id, attacks }] of fronts.entries()) {
    const text = JSON.stringify(attacks[0]!.text)
    write(index < 3 ? `"><img src=x onerror=__hit(90000${index})>_${id}.txt` : `front_${id}.txt`, [
      ...['---', `title: ${text}`, `date: ${dateOf(1000 + index)}`],
      index === 0 ? `categories: [${text}, ${text}, ${text}]` : `categories: [攻击, ${text}]`,
      `tags: [${text}, ${text}]`,
      ...FIELDS.map(field => `${field}: ${text}`),
      `__proto__: {polluted: ${text}}`,
      `${JSON.stringify(`x ${attacks[0]!.text}`)}: ${text}`,
      '---',
      `<p>${LAST_WORDS}</p>`,
    ])
  }
  for (const { file, attack } of refusedSeeds)
    write(file, ['---', 'title: x', `date: ${JSON.stringify(attack.text)}`, '---', '<p>x</p>'])
}

const dateOf = (index: number) => new Date(Date.UTC(2024, 0, 1) - index * 3_600_000).toISOString()
