import type { Words } from '../i18n/language.ts'

/** Why nothing can be kept or read at present, and what the reader can do about it. */
export function refusalOf(error: unknown): { why: Words; advice: Words } {
  switch ((error as Error | null)?.name) {
    case 'QuotaExceededError':
      return {
        why: {
          zh: '这台设备给本站的空间满了，新的记录存不下。已有的都还在。',
          en: 'The space that this device gives the site is full: nothing new can be kept. All that was kept is still there.',
        },
        advice: {
          zh: '清理一些下载或设备空间后就会继续记录，不必重新载入。',
          en: 'Free some space on the device or remove downloads: keeping goes on by itself.',
        },
      }
    case 'TimeoutError':
      return {
        why: {
          zh: '存放的数据暂时没有回应，可能另一个标签页还开着旧版本。',
          en: 'What is kept does not answer at present. Another tab may still have an older version open.',
        },
        advice: {
          zh: '请关闭本站的其他标签页，这里会自己继续。',
          en: 'Close other tabs of this site: this one then goes on by itself.',
        },
      }
    case 'UnknownError':
    case 'DataError':
    case 'AbortError':
    case 'NotFoundError':
      return {
        why: {
          zh: '浏览器读写存放的数据时出错了。',
          en: 'The browser failed to read or write what is kept.',
        },
        advice: {
          zh: '请稍后再试，或重启浏览器。若一直如此，数据可能已损坏：请在浏览器设置中清除本站数据，再从备份恢复。',
          en: 'Try again, or restart the browser. If it stays so, the data may be damaged: clear what this site keeps in the browser’s settings, then restore a backup.',
        },
      }
    default:
      return {
        why: {
          zh: '浏览器不允许这个网站存放数据。',
          en: 'The browser does not let this site keep data.',
        },
        advice: {
          zh: '若想使用，请在浏览器设置中允许本站存放数据，或离开无痕模式。',
          en: 'To use it, allow this site to store data in the browser’s settings, or leave private mode.',
        },
      }
  }
}
