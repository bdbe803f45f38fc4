import { useSyncExternalStore } from 'react'
import type { Words } from '../i18n/language.ts'
import { languageNames, languages } from '../i18n/languages.ts'
import { keepChoices, keptChoice, subscribeSettings } from './setting-store.ts'

interface Described {
  label: Words
  hint?: Words
  /** What holds until the reader chooses. */
  default: string
}

/** One of a few. */
export interface ChoiceSetting extends Described {
  choices: Record<string, Words>
}

/** A number; the style sheets take it from `--<name>`. */
export interface RangeSetting extends Described {
  min: number
  max: number
  step: number
  /** The number as readers are told it. */
  told: (value: number) => Words
}

export type Setting = ChoiceSetting | RangeSetting

const onOff = { on: { zh: '开', en: 'On' }, off: { zh: '关', en: 'Off' } }
const plain = (text: string): Words => ({ zh: text, en: text })
const inEm = (value: number): Words => ({ zh: '{value} 字', en: '{value} em', value })

/** Every setting. The choice stands on `<html>`, see `setting-store.ts`. */
export const settings = {
  theme: {
    label: { zh: '主题', en: 'Theme' },
    choices: {
      system: { zh: '跟随系统', en: 'System' },
      light: { zh: '浅色', en: 'Light' },
      sepia: { zh: '纸黄', en: 'Sepia' },
      dark: { zh: '深色', en: 'Dark' },
      black: { zh: '纯黑', en: 'Black' },
      eink: { zh: '墨水屏', en: 'E-ink' },
    },
    default: 'system',
  },
  hue: {
    label: { zh: '强调色', en: 'Accent' },
    min: 0,
    max: 355,
    step: 5,
    default: '30',
    told: value => ({ zh: '{value}°', en: '{value}°', value }),
  },
  size: {
    label: { zh: '字号', en: 'Text size' },
    min: 0.875,
    max: 2.25,
    step: 0.0625,
    default: '1.125',
    told: value => ({ zh: '{value} px', en: '{value} px', value: Math.round(value * 16) }),
  },
  leading: {
    label: { zh: '行距', en: 'Line height' },
    min: 1.3,
    max: 2.6,
    step: 0.05,
    default: '1.85',
    told: value => ({ zh: '{value}', en: '{value}', value }),
  },
  width: {
    label: { zh: '栏宽', en: 'Column width' },
    min: 18,
    max: 60,
    step: 2,
    default: '36',
    told: inEm,
  },
  gap: {
    label: { zh: '段距', en: 'Paragraph gap' },
    min: 0,
    max: 2.5,
    step: 0.05,
    default: '1.15',
    told: inEm,
  },
  tracking: {
    label: { zh: '字距', en: 'Letter gap' },
    min: 0,
    max: 0.2,
    step: 0.01,
    default: '0',
    told: inEm,
  },
  font: {
    label: { zh: '字体', en: 'Typeface' },
    choices: {
      sans: { zh: '黑体', en: 'Sans' },
      serif: { zh: '宋体', en: 'Serif' },
      kai: { zh: '楷体', en: 'Kai' },
    },
    default: 'sans',
  },
  justify: {
    label: { zh: '两端对齐', en: 'Justified lines' },
    choices: onOff,
    default: 'on',
  },
  indent: {
    label: { zh: '段首空两字', en: 'First-line indent' },
    choices: onOff,
    default: 'off',
  },
  squeeze: {
    label: { zh: '标点挤压', en: 'Punctuation squeeze' },
    choices: onOff,
    default: 'on',
  },
  breaks: {
    label: { zh: '行首禁则', en: 'Line breaks' },
    choices: {
      strict: { zh: '严格', en: 'Strict' },
      loose: { zh: '宽松', en: 'Loose' },
    },
    default: 'strict',
  },
  typography: {
    label: { zh: '中文排版', en: 'Chinese typography' },
    choices: {
      on: { zh: '规整', en: 'Refined' },
      off: { zh: '照原文', en: 'As written' },
    },
    default: 'on',
    hint: {
      zh: '规整引号、标点和空格，只改显示，不改原文。',
      en: 'Refines quotes, marks and spaces as shown. The text itself stays.',
    },
  },
  ruler: {
    label: { zh: '阅读尺', en: 'Reading ruler' },
    choices: onOff,
    default: 'off',
  },
  pinyin: {
    label: { zh: '生僻字注音', en: 'Pinyin over rare characters' },
    choices: onOff,
    default: 'off',
  },
  script: {
    label: { zh: '简繁', en: 'Chinese script' },
    choices: {
      original: { zh: '原文', en: 'Original' },
      cn: { zh: '简体', en: 'Simplified' },
      tw: { zh: '台湾正体', en: 'Taiwan' },
      hk: { zh: '香港繁体', en: 'Hong Kong' },
    },
    default: 'original',
    hint: {
      zh: '连同用词和引号一起转换，只改显示；字典在首次使用时载入。',
      en: 'Converts words and quote marks too, as shown only. Its dictionaries load with the first use.',
    },
  },
  flow: {
    label: { zh: '翻阅', en: 'Moving on' },
    choices: {
      scroll: { zh: '滚动', en: 'Scroll' },
      paged: { zh: '分页', en: 'Pages' },
    },
    default: 'scroll',
    hint: {
      zh: '分页时点左右两侧、滑动、空格或方向键翻页，点中间收放工具栏。很长的文章仍旧滚动。',
      en: 'Pages turn by a tap at the sides, a swipe, space or arrow keys; a tap in the middle hides the tools. Very long articles scroll.',
    },
  },
  direction: {
    label: { zh: '文字方向', en: 'Direction' },
    choices: {
      horizontal: { zh: '横排', en: 'Horizontal' },
      vertical: { zh: '竖排', en: 'Vertical' },
    },
    default: 'horizontal',
  },
  pictures: {
    label: { zh: '图片', en: 'Pictures' },
    choices: {
      all: { zh: '显示', en: 'Show' },
      tap: { zh: '点按加载', en: 'Tap to load' },
      none: { zh: '不显示', en: 'Hide' },
    },
    default: 'all',
  },
  dim: {
    label: { zh: '深色时压暗图片', en: 'Dim pictures in the dark' },
    choices: onOff,
    default: 'off',
  },
  layout: {
    label: { zh: '布局', en: 'Layout' },
    choices: {
      magazine: { zh: '图文', en: 'Magazine' },
      cards: { zh: '卡片', en: 'Cards' },
      compact: { zh: '紧凑', en: 'Compact' },
      headlines: { zh: '只有标题', en: 'Headlines' },
    },
    default: 'magazine',
  },
  covers: {
    label: { zh: '列表里的图片', en: 'Pictures in lists' },
    choices: onOff,
    default: 'on',
  },
  groupByDay: {
    label: { zh: '按日期分组', en: 'Group by day' },
    choices: onOff,
    default: 'on',
    hint: {
      zh: '一天有好几篇的列表才分组。',
      en: 'In lists that have several articles a day.',
    },
  },
  dated: {
    label: { zh: '旧文提示', en: 'Notice on old articles' },
    choices: onOff,
    default: 'on',
    hint: {
      zh: '发布超过两年的文章，开头会提醒一句。',
      en: 'Articles of more than two years ago say so at the top.',
    },
  },
  beside: {
    label: { zh: '列表与文章并排', en: 'List beside articles' },
    choices: onOff,
    default: 'off',
    hint: {
      zh: '窗口够宽时，文章从哪个列表打开，就把它放在旁边。',
      en: 'In a wide window the list that an article was opened from stays beside it.',
    },
  },
  shortcuts: {
    label: { zh: '单键快捷键', en: 'Single-key shortcuts' },
    choices: onOff,
    default: 'on',
    hint: {
      zh: '正在输入文字时不起作用；下面可以逐个改。',
      en: 'They leave you alone while you type. Each can be changed below.',
    },
  },
  gestures: {
    label: { zh: '滑动手势', en: 'Swipes' },
    choices: onOff,
    default: 'on',
    hint: {
      zh: '读文章时左右滑动换篇；在首页和列表的顶端下拉，看有没有新文章。',
      en: 'A swipe sideways goes to the next article; pulling down at the top of a list looks for new ones.',
    },
  },
  language: {
    label: { zh: '界面语言', en: 'Language' },
    choices: {
      auto: { zh: '跟随浏览器', en: 'Browser' },
      ...Object.fromEntries(languageNames.map(each => [each, plain(languages[each].name)])),
    },
    default: 'auto',
  },
  history: {
    label: { zh: '阅读历史', en: 'Reading history' },
    choices: {
      on: { zh: '记录', en: 'Record' },
      off: { zh: '暂停', en: 'Pause' },
    },
    default: 'on',
    hint: {
      zh: '历史只存放在这台设备上，不会发送到任何地方。',
      en: 'Your history stays on this device and is sent nowhere.',
    },
  },
  searches: {
    label: { zh: '最近的搜索', en: 'Recent searches' },
    choices: {
      on: { zh: '记住', en: 'Remember' },
      off: { zh: '不记', en: 'Forget' },
    },
    default: 'on',
    hint: {
      zh: '只存放在这台设备上，搜索也不会发送到任何地方。',
      en: 'Kept on this device; what you search for is sent nowhere.',
    },
  },
} satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

export const settingNames = Object.keys(settings) as SettingName[]

/** Those that belong together, as the settings page and the panel beside an article show them. */
export const settingGroups: { title: Words; names: SettingName[]; isOfReading: boolean }[] = [
  { title: { zh: '颜色', en: 'Colours' }, names: ['theme', 'hue'], isOfReading: true },
  {
    title: { zh: '文字', en: 'Text' },
    names: ['size', 'font', 'leading', 'width', 'gap', 'tracking'],
    isOfReading: true,
  },
  {
    title: { zh: '阅读方式', en: 'Way of reading' },
    names: ['flow', 'direction'],
    isOfReading: true,
  },
  {
    title: { zh: '排版', en: 'Typesetting' },
    names: ['justify', 'indent', 'squeeze', 'breaks', 'typography', 'script'],
    isOfReading: true,
  },
  { title: { zh: '辅助', en: 'Aids' }, names: ['ruler', 'pinyin'], isOfReading: true },
  { title: { zh: '图片', en: 'Pictures' }, names: ['pictures', 'dim'], isOfReading: true },
  {
    title: { zh: '列表', en: 'Lists' },
    names: ['layout', 'covers', 'groupByDay'],
    isOfReading: false,
  },
  { title: { zh: '阅读', en: 'Reading' }, names: ['dated', 'history', 'searches'], isOfReading: false },
  { title: { zh: '界面', en: 'Interface' }, names: ['language', 'beside'], isOfReading: false },
  {
    title: { zh: '按键与手势', en: 'Keys and gestures' },
    names: ['gestures', 'shortcuts'],
    isOfReading: false,
  },
]

/** The reader's choice or, without a valid one, the default. */
export function getSetting(name: SettingName): string {
  const kept = keptChoice(name)
  const setting: Setting = settings[name]
  return kept !== undefined && isChoice(setting, kept) ? kept : setting.default
}

function isChoice(setting: Setting, choice: string): boolean {
  if ('choices' in setting) return Object.hasOwn(setting.choices, choice)
  return /^\d+(\.\d+)?$/.test(choice) && Number(choice) >= setting.min && Number(choice) <= setting.max
}

/** Applies a choice at once, and keeps it where storage allows. */
export const chooseSetting = (name: SettingName, choice: string): void => keepChoices({ [name]: choice })

/** Takes choices back: the defaults hold again. */
export const resetSettings = (names: SettingName[]): void =>
  keepChoices(Object.fromEntries(names.map(name => [name, undefined])))

/** The reader's choice; while a prerendered page starts, the default. */
export const useSetting = (name: SettingName): string =>
  useSyncExternalStore(
    subscribeSettings,
    () => getSetting(name),
    () => settings[name].default,
  )
