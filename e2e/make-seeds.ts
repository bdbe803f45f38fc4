import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SEEDS } from './sites.ts'

/** The category whose list has three pages: 20, 20 and 5 articles. */
export const paged = { names: ['新媒体', '示例', '分页'], count: 45 }

export const pagedId = (number: number): string => `e2e0${String(number).padStart(12, '0')}`
export const pagedTitle = (number: number): string => `分页示例之${number}`

/** A section of many sources and many pages. Its articles are six days apart, the newest of 1 June 2019. */
export const scroll = { name: '长卷', sources: 40, count: 240, newest: '2019-06-01', daysApart: 6 }

export const scrollTitle = (number: number): string => `长卷之${number}`
/** The day of its article, `2019-06-01`. */
export const scrollDay = (number: number): string => dayBefore(scroll.newest, (number - 1) * scroll.daysApart)

/** A section of busy days: five articles on each of nine. Every third has a picture, every fifth takes twelve minutes to read. */
export const busy = {
  name: '日报',
  sources: ['早报', '晚报', '号外'],
  newest: '2018-03-09',
  count: 45,
  aDay: 5,
  host: 'https://busy.example/',
}

export const busyTitle = (number: number): string => `日报之${number}`

/** An article with two pictures of a host that does not exist: one of known size with a caption, one without either. */
export const brokenPictures = {
  id: 'e2eb000000000001',
  sized: { address: 'http://pictures.example/none.jpg', caption: '两位工人在装订车间里校对书页。林间 摄' },
  unsized: { address: 'https://pictures.example/unsized.jpg', alt: '没有写明大小的图片' },
}

/** An article whose pictures may be had in several ways: one at the top, two out of sight. */
export const rescued = {
  id: 'e2eb000000000002',
  pictures: ['first', 'second', 'third'].map(name => ({
    own: `https://img.rescued.example/${name}.png`,
    rule: `https://mended.example/by-rule/${name}.png`,
    proxy: `https://picture-proxy.example/?url=${encodeURIComponent(`http://img.rescued.example/${name}.png`)}`,
    seed: `https://old-proxy.example/?http://img.rescued.example/${name}.png`,
  })),
}

/** An article whose pictures fail in every way, and have every shape. */
export const failing = {
  id: 'e2eb000000000003',
  host: 'https://failing.example/',
  pictures: [
    { name: 'missing.png', attributes: 'width="800" height="500" alt="一张找不到的图"' },
    { name: 'forbidden.png', attributes: 'width="900" height="120" alt="一条细长的图"' },
    { name: 'empty.png', attributes: 'width="240" height="160"' },
    { name: 'text.png', attributes: 'alt="大小不明的图"' },
    { name: 'hanging.png', attributes: 'width="600" height="400" alt="迟迟不来的图"' },
    { name: 'dead.png', attributes: 'width="120" height="600" alt="又窄又高的图"' },
  ],
}

/** What the tested sites settle about pictures, all with made-up hosts. */
const pictureSettings = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: templates of the settings, not of the language
  proxy: 'https://picture-proxy.example/?url=${href_ue}',
  rules: [{ host: '*.rescued.example', template: 'https://mended.example/by-rule${pathname}' }],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: templates of the settings, not of the language
}

/** An article with players of three shapes, a frame nobody knows, a film of its own, and a song. */
export const embeds = {
  id: 'e2ee000000000001',
  film: {
    title: '江上一日',
    player: 'https://player.bilibili.com/player.html?bvid=BV17x411w7KC&p=1&autoplay=1',
  },
  talk: {
    title: 'How a page is set',
    player: 'https://www.youtube-nocookie.com/embed/a-B_c1D2e3F?autoplay=1',
  },
}

/** An article in which every rule of typography has something to do, and much that it must leave alone. */
export const typography = { id: 'e2ee000000000002' }

/** An article whose words, characters and quotes differ between the scripts of Chinese, with what must stay. */
export const scripted = { id: 'e2ee00000000000a', title: '软件里的“头发”' }

/** An article of 20,000 paragraphs and 2,000 pictures, with a jump from its third paragraph to its middle. */
export const huge = {
  id: 'e2ee000000000003',
  title: '一万里的长文',
  names: ['新媒体', '示例', '长文'],
  host: 'https://many.example/',
  paragraphs: 20_000,
  note: 10_000,
}

/** An article with six ferries: plain, in other words' ways of writing, and folded up; one more is parted by two blocks. */
export const ferries = { id: 'e2ee000000000004' }

/** Pictures of every kind that a lightbox has to tell apart, most of a host that tests answer for. */
export const gallery = {
  id: 'e2e9000000000001',
  title: '墙上的画',
  host: 'https://gallery.example/',
  /** Those that can be looked at by themselves, in order. */
  shown: ['first.png', 'unsized.png', 'left.png', 'right.png'],
}

/** Notes, lists of sources, and what is too wide for a phone. */
export const noted = { id: 'e2e9000000000002', title: '有注的文章' }

/** Two articles to listen to, one after the other; the first has much that only eyes read. */
export const heard = {
  first: {
    id: 'e2ee000000000011',
    title: '听江',
    sentences: ['天还没有亮。', '他说：“船来了。”', '只有半句', '水深三米。', '好了。'],
  },
  second: { id: 'e2ee000000000012', title: '听雨', sentences: ['雨下了一夜。'] },
}

/** Two seeds that claim one id: the first in the order of names wins. */
export const twins = { id: 'e2ec000000000001', titles: ['双胞胎里的哥哥', '双胞胎里的弟弟'] as const }

/** One report that three sources have, the first of them last. */
export const report = {
  section: '要闻',
  day: '2020-04-20',
  sources: ['甲报', '乙报', '丙网'],
  titles: ['渡口今起恢复通航', '停航两月，渡口恢复通航', '渡口恢复通航'],
  ids: ['e2e7000000000001', 'e2e7000000000002', 'e2e7000000000003'],
}

/** Seeds that cannot be read, and what the build says of them. */
export const badSeeds = [
  { file: 'e2e/no-title_e2ed000000000001.txt', id: 'e2ed000000000001', problem: ':3: no title' },
  { file: 'e2e/bad-date_e2ed000000000002.txt', id: 'e2ed000000000002', problem: ':6: date "去年夏天" is' },
]

/** Makes the seeds folder of the tested sites: all of `seeds/`, and articles for what those do not show. */
export function makeSeeds(): void {
  rmSync(SEEDS, { recursive: true, force: true })
  cpSync(fileURLToPath(new URL('../seeds', import.meta.url)), SEEDS, { recursive: true })
  mkdirSync(`${SEEDS}/e2e`)
  const write = (name: string, lines: string[]) => writeFileSync(`${SEEDS}/e2e/${name}`, lines.join('\n'))

  const site = JSON.parse(readFileSync(`${SEEDS}/site.json`, 'utf8')) as object
  writeFileSync(`${SEEDS}/site.json`, JSON.stringify({ ...site, pictures: pictureSettings }))

  // In 2020 and before, so that the handbook stays on the first page.
  for (let number = 1; number <= paged.count; number++)
    write(`page_${pagedId(number)}.txt`, [
      ...head({ title: pagedTitle(number), category: '分页', date: dayBefore('2020-03-01', number) }),
      `<p>这是第 ${number} 篇，只为把列表撑到第三页。</p>`,
    ])

  for (let number = 1; number <= scroll.count; number++)
    write(`scroll_e2ef${String(number).padStart(12, '0')}.txt`, [
      '---',
      `title: '${scrollTitle(number)}'`,
      `categories: [${scroll.name}, 来源 ${number % scroll.sources}]`,
      `date: ${scrollDay(number)} 12:00:00`,
      '---',
      `<p>这是长卷的第 ${number} 篇。${'列表里的摘要有长有短。'.repeat(number % 7)}</p>`,
    ])

  for (let number = 1; number <= busy.count; number++) {
    const day = dayBefore(busy.newest, Math.floor((number - 1) / busy.aDay))
    const hour = String(20 - ((number - 1) % busy.aDay)).padStart(2, '0')
    const source = busy.sources[number % busy.sources.length]
    const picture = `<p><img src="${busy.host}${number}.png" width="800" height="500"></p>`
    write(`busy_e2e5${String(number).padStart(12, '0')}.txt`, [
      '---',
      `title: '${busyTitle(number)}'`,
      `categories: [${busy.name}, ${source}]`,
      `date: ${day} ${hour}:00:00`,
      '---',
      `${number % 3 ? '' : picture}<p>${'一天里的事情很多。'.repeat(number % 5 ? 10 : 600)}</p>`,
    ])
  }

  const { sized, unsized } = brokenPictures
  write(`broken_${brokenPictures.id}.txt`, [
    ...head({ title: '不见了的图片', category: '图片', date: '2020-06-01' }),
    '<p>有的图片住在别人家里，别人搬走了，它也跟着走。</p>',
    `<p></p><div class="img_box"><img class="lazy" data-original="${sized.address}" data-width="800" data-height="500" src="https://proxy.workers.dev/?${sized.address}"></div>${sized.caption}<p></p>`,
    ...Array.from(
      { length: 12 },
      (_, index) => `<p>第 ${index + 1} 段。${'文字还在，图注也还在。'.repeat(8)}</p>`,
    ),
    `<p><img src="${unsized.address}" alt="${unsized.alt}"></p>`,
    '<p>读到这里，文章依旧是完整的。</p>',
  ])

  const paragraphs = (count: number) =>
    Array.from({ length: count }, (_, index) => `<p>第 ${index + 1} 段。${'路不止一条。'.repeat(20)}</p>`)
  const [first, ...others] = rescued.pictures.map(
    ({ seed }, index) => `<p><img src="${seed}" width="640" height="400" alt="第 ${index + 1} 张"></p>`,
  )
  write(`rescued_${rescued.id}.txt`, [
    ...head({ title: '条条大路', category: '图片', date: '2020-06-02' }),
    '<p>图片有好几条路可以走。</p>',
    first!,
    ...paragraphs(60),
    ...others,
    '<p>到了。</p>',
  ])
  write(`failing_${failing.id}.txt`, [
    ...head({ title: '各式各样的落空', category: '图片', date: '2020-06-03' }),
    ...failing.pictures.map(
      ({ name, attributes }, index) =>
        `<p>第 ${index + 1} 张之前的文字。</p><p><img src="${failing.host}${name}" ${attributes}></p>`,
    ),
    '<p>文字从不等图片。</p>',
  ])

  write(`embeds_${embeds.id}.txt`, [
    ...head({ title: '会动的文章', category: '视频', date: '2020-06-02' }),
    '<p>文章里也可以有视频，读者要看时才去取。</p>',
    `<iframe src="//player.bilibili.com/player.html?aid=170001&bvid=BV17x411w7KC&page=1" title="${embeds.film.title}"></iframe>`,
    '<p>另一段，来自远处。</p>',
    `<iframe width="560" height="315" src="https://www.youtube.com/embed/a-B_c1D2e3F" title="${embeds.talk.title}"></iframe>`,
    '<p>一首歌：</p>',
    '<iframe src="//music.163.com/outchain/player?type=2&id=12345&auto=0&height=66"></iframe>',
    '<p>一段程序：</p>',
    '<iframe src="https://codepen.io/someone/embed/aBcDeFg" title="会动的字"></iframe>',
    '<p>一张地图：</p>',
    '<iframe src="https://maps.example/embed?at=1" title="渡口的位置"></iframe>',
    '<video autoplay muted src="http://media.example/boat.mp4" width="640" height="360"></video>',
    '<audio src="http://media.example/river.mp3" autoplay></audio>',
    '<p>读到这里，什么也没有自己播放。</p>',
  ])

  write(`typography_${typography.id}.txt`, [
    ...head({ title: '引号 " 与 " 标点', category: '排版', date: '2020-06-03' }),
    '<p>他提出 " 更大的<b>耐心 "</b>，并在 7 月 9 日 ( 周五 ) 写道: 好......</p>',
    '<p>运行 <code>echo " 原样 " , 7 月</code> 即可--见 <a href="https://a.example/?q=1,2">https://a.example/路径?甲,乙</a>。</p>',
    '<pre>第 1 行, " 原样 "</pre>',
    '<blockquote lang="en"><p>The word " 中文 " , as it stands 7 月.</p></blockquote>',
    '<p>He said "yes", and left (at 10:30).</p>',
    '<figure><img src="https://pictures.example/p.jpg" width="800" height="500"><figcaption>图: " 渡口 " 的 7 月</figcaption></figure>',
  ])

  write(`scripted_${scripted.id}.txt`, [
    ...head({ title: scripted.title, category: '排版', date: '2020-06-04' }),
    '<p>打印机的 " 发展 " , 与头<b>发无</b>关。</p>',
    '<p>运行 <code>软件 "头发"</code> 即可；日本人写作<span lang="ja">発展 国会</span>。</p>',
    '<pre>打印机</pre>',
    '<h2>互联网</h2>',
    ...Array.from({ length: 30 }, () => `<p>${'皇后在宫殿后面说了一句“这里的面条”。'.repeat(6)}</p>`),
  ])

  write(`huge_${huge.id}.txt`, [
    ...head({ title: huge.title, category: '长文', date: '2019-06-01' }),
    ...Array.from({ length: huge.paragraphs }, (_, index) => {
      const number = index + 1
      const picture = `<p><img src="${huge.host}${number}.png" width="1000" height="620" alt="图 ${number}"></p>`
      const link = number === 3 ? '<a href="#note">见注</a>' : ''
      const id = number === huge.note ? ' id="note"' : ''
      return `${index % 10 === 0 ? picture : ''}<p${id}>第 ${number} 段，" 引文 " 之后是河岸与灯火。${link}</p>`
    }),
  ])

  write(`ferries_${ferries.id}.txt`, [
    ...head({ title: '六个渡口', category: '查找', date: '2020-06-04' }),
    '<p>第一个ｆｅｒｒｙ在上游。</p>',
    ...paragraphs(12),
    '<p>第二个 Ferry 泊着一条船，第三个 <b>fer</b>ry 没有船。</p>',
    '<p>fer</p><p>ry 分在两段里，不算。</p>',
    '<details><summary>还有两个</summary><p>第四个 FERRY 收在里面。</p>',
    '<details><summary>再里面</summary><p>第五个 fer\nry 收得更深。</p></details></details>',
    ...paragraphs(12),
    '<p>第六个 ferry 在下游。</p>',
  ])

  const picture = (name: string, attributes: string) => `<img src="${gallery.host}${name}" ${attributes}>`
  const size = 'width="800" height="500"'
  write(`gallery_${gallery.id}.txt`, [
    ...head({ title: gallery.title, category: '图片', date: '2020-06-04' }),
    `<figure>${picture('first.png', `${size} alt="渡口"`)}<figcaption>清晨的渡口，<a href="https://a.example/">馆藏</a></figcaption></figure>`,
    `<p>一张链接到别处：<a href="${gallery.host}page">${picture('linked.png', size)}</a></p>`,
    `<p>一个记号${picture('emoji.png', 'width="20" height="20" alt="☀"')}，一个公式 ${picture('tex.svg?tex=x', 'alt="x" eeimg="1"')}。</p>`,
    `<p>${picture('unsized.png', '')}</p>`,
    ...paragraphs(12),
    `<p>${picture('missing.png', size)}</p>`,
    `<p>${picture('left.png', size)}</p><p>${picture('right.png', size)}</p><p>左：去时；右：来时</p>`,
    '<p>看完了。</p>',
  ])

  const note = (name: string, text: string) => `<li id="${name}">${text} <a href="#to-${name}">↩</a></li>`
  write(`noted_${noted.id}.txt`, [
    ...head({ title: noted.title, category: '排版', date: '2020-06-05' }),
    '<p><a href="#chapter">2</a> 是第二章。潮水每天晚五十分钟<sup><a id="to-n1" href="#n1">[1]</a></sup>，</p>',
    '<p>海图上没有这座岛<a id="to-n2" href="#n2">[2]</a>。</p>',
    `<pre><code>${'const tide = await measure(harbour); '.repeat(8)}</code></pre>`,
    '<pre><code>let a = 1</code></pre>',
    `<table><caption>潮汐表</caption><tr>${'<th>时刻</th>'.repeat(12)}</tr><tr>${'<td>12:30</td>'.repeat(12)}</tr></table>`,
    '<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>',
    `<p>https://a.example/${'longaddress'.repeat(12)}</p>`,
    ...paragraphs(20),
    '<h2 id="chapter">第二章</h2>',
    ...paragraphs(20),
    `<ol>${note('n1', '见《<b>海错图</b>》，<a href="https://b.example/">馆藏</a>。')}${note('n2', '补记。')}</ol>`,
  ])

  const [dark, boat, half, deep, end] = heard.first.sentences
  write(`heard_${heard.first.id}.txt`, [
    ...head({ title: heard.first.title, category: '朗读', date: '2020-06-06' }),
    `<p>${dark}${boat}<sup><a href="#n1">[1]</a></sup></p><p>${half}</p>`,
    '<pre>let boat = 1</pre>',
    '<p><img src="https://pictures.example/river.jpg" alt="江面" width="800" height="2000"></p>',
    '<figure><img src="https://pictures.example/boat.jpg" alt="船" width="800" height="500"><figcaption>图：一条船</figcaption></figure>',
    '<table><tr><th>月</th><th>水位</th></tr><tr><td>1</td><td>3.2</td></tr><tr><td>2</td><td>3.4</td></tr></table>',
    `<p>${deep}</p>`,
    '<p><img src="https://pictures.example/end.jpg" alt="渡口" width="800" height="2000"></p>',
    `<p id="n1">${end}</p>`,
  ])
  write(`heard_${heard.second.id}.txt`, [
    ...head({ title: heard.second.title, category: '朗读', date: '2020-06-05' }),
    ...heard.second.sentences.map(sentence => `<p>${sentence}</p>`),
  ])

  for (const [index, title] of twins.titles.entries())
    write(`twin-${index}_${twins.id}.txt`, [
      ...head({ title, category: '其他', date: '2020-05-01' }),
      `<p>${title}。</p>`,
    ])

  for (const [index, title] of report.titles.entries())
    write(`report_${report.ids[index]}.txt`, [
      '---',
      `title: '${title}'`,
      `categories: [${report.section}, ${report.sources[index]}]`,
      'tags: [渡口通航]',
      `date: ${report.day} 1${2 - index}:00:00`,
      '---',
      '<p>停航两个月之后，渡口今天清晨恢复通航。第一班船六点半离岸，载着四十位乘客和十几辆自行车，顺风渡江只用了十一分钟。',
      '船长说，水位已经回落，新换的缆绳和浮标也都试过；往后每半个钟头一班，末班船改到晚上九点。</p>',
    ])

  write('no-title_e2ed000000000001.txt', head({ category: '其他', date: '2020-05-02' }))
  write('bad-date_e2ed000000000002.txt', head({ title: '哪一天', category: '其他', date: '去年夏天' }))
}

/** Front matter as the archive writes it, blank first line included. */
function head({ title, category, date }: { title?: string; category: string; date: string }): string[] {
  const time = /^\d/.test(date) ? `${date} 08:00:00` : date
  return [
    '',
    '---',
    ...(title ? [`title: '${title}'`] : []),
    `categories: [新媒体, 示例, ${category}]`,
    'author: 测试员',
    `date: ${time}`,
    '---',
    '',
  ]
}

function dayBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10)
}
