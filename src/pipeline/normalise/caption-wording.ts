/**
 * How a line reads that stands right after a picture: its wording proves it a caption (`caption`), it names what a
 * picture shows (`named`: 渡口示意图), it could be one and needs its look to tell (`label`), it is a sentence that only a
 * caption's look could make one (`sentence`), it is none unless its source calls it one (`other`: an item of a list, a
 * remark to the reader), or surely none (`never`: a byline).
 */
export type Reading = 'caption' | 'named' | 'label' | 'sentence' | 'other' | 'never'

/** Longer than this, in characters, is a paragraph that happens to name a picture. */
const MAX_MARKED = 160
/** A press photo's caption tells the whole story before it names the photographer. */
const MAX_CREDITED = 300
const MAX_LABEL = 60
const MAX_NAMED = 30

const POINTER = /^(?:(?:▲|△|▼|▽|◎|◆|◇|↑|⬆|☝|👆)\ufe0f?\s*)+/u

const NUMBER = '[\\d一二三四五六七八九十]+(?:\\s*[-–—.．]\\s*\\d+)?'

/** What only a caption begins with: ▲, 图 1：, 图片来源, 图为, Photo by … */
const BEGINS_AS_CAPTION = new RegExp(
  `^(?:${[
    '(▲|△|▼|▽|◎|◆|◇|↑|⬆|☝|👆)',
    '图[片像]?\\s*(来源|来自|源自|源|自(?!动|己|带|我)|由|说明?\\s*[:：])',
    '图片?\\s*[:：丨|｜/／@©]',
    `图\\s*${NUMBER}\\s*[:：、丨|｜】)）]`,
    `图\\s*${NUMBER}[.．]\\s*\\D`,
    `[（(【[]\\s*图\\s*${NUMBER}`,
    `(figure|fig\\.?|image|photo)\\s*\\d+\\s*[:.]`,
    '图为',
    '[上下左右]图\\s*[:：]',
    '(摄影|摄|供图|制图|绘图|配图|资料图片?|示意图|题图|头图|封面图?|截图|视频截图|数据来源|资料来源|照片)\\s*[:：丨|｜/／]',
    '来源\\s*[:：丨|｜/／]',
    '(photo|image|picture|illustration|screenshot|graphic|credit|source|courtesy)s?(\\s+(credit|source)s?)?\\s*(by\\b|of\\b|via\\b|from\\b|:)',
    '©',
    'via\\s',
  ].join('|')})`,
  'iu',
)

/** `图1 渡口` without a mark after the number, where no verb follows that would make it a sentence about the picture. */
const NUMBERED = new RegExp(
  `^[图表]\\s*${NUMBER}(?:\\s+|(?=[^\\s\\d]))(?!\\s*(?:是|为|中|里|上|展示|显示|给出|所示|描述|说明|表示|介绍|可以|可见|的|和|与|至|到|-))`,
  'u',
)

/** Agencies and libraries that stand behind a press photo. */
const AGENCY =
  '视觉中国|图虫(?:创意)?|东方\\s?IC|IC\\s?photo|CFP|人民视觉|中新社|中新网|新华社|澎湃影像|路透社?|法新社|美联社|彭博社?|Getty(?:\\s?Images)?|Reuters|AFP|AP|Unsplash|Pexels|Pixabay|Shutterstock|Wikimedia(?:\\s?Commons)?|Flickr'

/** What only a caption ends with: 记者 某某 摄, 新华社发（某某 摄）, 某某供图, 图/视觉中国. */
const ENDS_AS_CAPTION = new RegExp(
  '(?:' +
    [
      '(?<![拍自航偷抓])摄',
      '供图|制图|绘图|配图|新华社发|资料图片?|资料照片?|网络图片|[/／｜|]\\s*图',
      '摄影\\s*[:：/／]\\s*[\\p{Script=Han}·\\s]{2,10}',
      `[/／|｜@©（(:：]\\s*(?:${AGENCY})`,
      '(?:作者|笔者)(?:自绘|绘制|手绘|拍摄)',
      '图片?(?:由|为)[^，。]{2,20}(?:提供|供图|拍摄)',
    ].join('|') +
    ')\\s*[）)】\\]]?\\s*[。.]?$',
  'iu',
)

/** A whole line in brackets that names a source. */
const BRACKETED =
  /^[（([【]\s*(来自|图自|图源|图片?来源|图片|图|摄影|截图|来源|via|image|photo|picture|source|credit)[^）)\]】]*[）)\]】]$/iu

/** A line that ends with its source in brackets: 截图（来自：某某）. */
const SOURCED =
  /[（([【]\s*(来自|来源|图自|图源|图片?来源|图片?|摄影|via|image|photo|source|credit)\s*[:：/／|｜\s@][^）)\]】]{1,40}[）)\]】]$/iu

/** A whole line in brackets, of any content. */
const ASIDE = /^[（(][^（）()。！？]{4,60}(?:[（(][^（）()]*[）)][^（）()。！？]*)?[）)]$/u

/** A line of several sentences that ends with the source of the picture. */
const ENDS_WITH_SOURCE =
  /[。！？；\s|｜](图[片像]?(来源|来自)|图源|图片|图自|图|来源)\s*[:：/／|｜@]?\s*[^，。！？；]{2,24}[。.]?$|©\s*[^，。！？；]{2,24}$/u

/** The name of an agency alone. */
const AGENCY_ALONE = new RegExp(`^(?:${AGENCY})$`, 'iu')

/** Who wrote and edited the article, with or without brackets, and where it first stood. */
const OF_ARTICLE =
  /^[（(【[]?\s*(本文|本报讯|原文|原标题|全文|作者|文[/／|｜:：丨]|文字|撰文|编辑|责编|责任|记者[:：|｜丨/／]|通讯员|编译|译者|翻译|投稿|出品|策划|监制|校对|审核|主笔|视觉[:：])/u

/** A byline after the name of a paper: 河岸日报 · 作者：林岸. */
const NAMES_AUTHOR = /(作者|编辑|责编|撰文)\s*[:：|｜丨/／]/u

/** What speaks to the reader, or of a picture that stands elsewhere. */
const NO_CAPTION =
  /^[（(【[]?\s*(链接|本报|完[）)】]|未完|待续|更多|点击|扫码|关注|阅读|(关联|延伸|扩展|拓展)阅读|广告|注[:：]|以上|以下|参考|推荐|相关|作品|如[下上左右]?图|下图|从图|见图|先看|看看|来看|再看|这是|附上|上面|下面|如下|接下来|首先|其次|然后|最后|第[一二三四五六七八九十\d]+[步章节条])/u

/** What a bare label names, as its last word. */
const PICTURE_NOUN =
  /(示意图|架构图|流程图|结构图|对比图|截图|效果图|原理图|拓扑图|时序图|类图|设计图|分布图|走势图|曲线图|海报|画面|剧照|照片|实拍图?|渲染图|样张|地图|图表|插图|漫画|插画|设定图|宣传图)$/u

/** What a sentence has and a name has not. */
const IS_CLAUSE = /[，,。；;：:了给把被着我你他她它们]|已经|可以|需要|没有/u

const ENDS_AS_SENTENCE = /[。！？!?；;，,：:、]\s*[”"’』」）)]?$/u
const IS_LIST_ITEM =
  /^\s*([●•·■□▪◦○※★☆>▍▌█]|\d+([.．]\d+)+\s|\d+\s*(?:[、)）]|[.．](?![\da-z]))|[（(]?[一二三四五六七八九十]+[、.)）]|[（(]\d+[）)]|step\s*\d)/iu
const HAS_ADDRESS = /https?:\/\/|www\./i

/** @param line as a reader sees it, white space collapsed */
export function readingOf(line: string): Reading {
  const length = [...line].length
  if (length === 0 || OF_ARTICLE.test(line) || NAMES_AUTHOR.test(line)) return 'never'
  if (length <= MAX_CREDITED && (ENDS_AS_CAPTION.test(line) || ENDS_WITH_SOURCE.test(line))) return 'caption'
  if (NO_CAPTION.test(line)) return 'other'
  if (length <= MAX_MARKED) {
    if (BEGINS_AS_CAPTION.test(line) || BRACKETED.test(line) || SOURCED.test(line) || ASIDE.test(line))
      return 'caption'
    if (AGENCY_ALONE.test(line)) return 'caption'
    if (NUMBERED.test(line) && !endsAsSentence(line)) return 'caption'
  }
  if (IS_LIST_ITEM.test(line) || HAS_ADDRESS.test(line) || !/\p{L}/u.test(line)) return 'other'
  if (length > MAX_LABEL || length < 2 || endsAsSentence(line)) return 'sentence'
  return length <= MAX_NAMED && PICTURE_NOUN.test(line) && !IS_CLAUSE.test(line) ? 'named' : 'label'
}

/** Whether a label is a name and no clause: a short one with no verb, particle or adverb of a sentence. */
export const isName = (line: string): boolean =>
  [...line].length <= MAX_NAMED &&
  !/[是有就均也还更不比将会能请让像了给把被着我你他她它们吗]|推荐|可以|需要|什么|怎么/u.test(line)

/** White space being collapsed, the last three characters tell. */
export const endsAsSentence = (line: string): boolean => ENDS_AS_SENTENCE.test(line.slice(-3))

/** The caption without the mark that points up at its picture, which a figure does by itself: ▲ 渡口. */
export const withoutPointer = (line: string): string => line.replace(POINTER, '')
