import type { Words } from '../i18n/language.ts'

/** A time that reading takes, in hours from one on. */
export function readingTime(time: number): Words {
  const minutes = Math.ceil(time)
  if (minutes < 60) return { zh: '{minutes} 分钟', en: '{minutes} min', minutes }
  return {
    zh: '{hours} 小时 {minutes} 分钟',
    en: '{hours} h {minutes} min',
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  }
}
