import type { Words } from '../i18n/language.ts'

/** A setting: what it is called, what can be chosen, and what holds until the reader chooses. */
interface Setting {
  label: Words
  choices: Record<string, Words>
  default: string
  hint?: Words
}

/** Every setting. Its choice stands on `<html>` as `data-<name>`, where the style sheets find it. */
export const settings = {
  theme: {
    label: { zh: '主题', en: 'Theme' },
    choices: {
      system: { zh: '跟随系统', en: 'System' },
      light: { zh: '浅色', en: 'Light' },
      dark: { zh: '深色', en: 'Dark' },
    },
    default: 'system',
  },
  size: {
    label: { zh: '字号', en: 'Text size' },
    choices: {
      small: { zh: '小', en: 'Small' },
      medium: { zh: '中', en: 'Medium' },
      large: { zh: '大', en: 'Large' },
      huge: { zh: '特大', en: 'Huge' },
    },
    default: 'medium',
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
  language: {
    label: { zh: '界面语言', en: 'Language' },
    choices: {
      auto: { zh: '跟随浏览器', en: 'Browser' },
      zh: { zh: '中文', en: '中文' },
      en: { zh: 'English', en: 'English' },
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
} satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

export const settingNames = Object.keys(settings) as SettingName[]
