import { attacks } from './attack.ts'

/** Addresses that run a script, or try to, in the disguises that browsers and filters have been seen to differ in. */
const addresses = [
  'javascript:HIT',
  'JaVaScRiPt:HIT',
  ' javascript:HIT',
  '\u0001javascript:HIT',
  '\u001fjavascript:HIT',
  '\u00a0javascript:HIT',
  '\u2028javascript:HIT',
  '\ufeffjavascript:HIT',
  '\u200bjavascript:HIT',
  'java\tscript:HIT',
  'java\nscript:HIT',
  'java\r\nscript:HIT',
  'java\fscript:HIT',
  'java\u0001script:HIT',
  'javascript\n:HIT',
  'javascript\t:HIT',
  'javascript :HIT',
  'javascript&colon;HIT',
  'javascript&#58;HIT',
  'javascript&#x3a;HIT',
  'javascript&#x0003a HIT',
  'java&Tab;script&colon;HIT',
  'java&NewLine;script:HIT',
  '&#106;avascript:HIT',
  '&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058HIT',
  '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3AHIT',
  'javascript://e.example/%0AHIT',
  'javascript:/*https://e.example/*/HIT',
  "javascript:'https://e.example';HIT",
  'javascript:%48HIT',
  'jav&#x09;ascript:HIT',
  'jav&#x00;ascript:HIT',
  'ｊavascript:HIT',
  'javascript：HIT',
  'vbscript:HIT',
  'livescript:HIT',
  'mocha:HIT',
  'data:text/html,<script>HIT</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22HIT%22/>',
  'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+',
  'data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">HIT</script>',
  'data:image/png,<script>HIT</script>',
  'data:image/png;base64,AAAA" onerror="HIT',
  'blob:https://e.example/0',
  'filesystem:https://e.example/temporary/x',
  'file:///etc/passwd',
  'view-source:javascript:HIT',
  'feed:javascript:HIT',
  'jar:https://e.example!/x',
  'about:blank',
  'chrome://settings',
  'ms-appx://x',
  'intent://x#Intent;scheme=https;end',
  'ws://evil.example',
  'https://bank.example@evil.example/HIT',
  'https://user:password@evil.example/',
  'https:\\\\user@evil.example/',
  '//bank.example@evil.example/',
  '#%E0%A4%A',
  '#"><script>HIT</script>',
  '?"><script>HIT</script>',
  'https://e.example/"><script>HIT</script>',
]

/** Addresses that become one of those only when a redirector or a proxy is taken off. */
const wrapped = [
  'https://link.zhihu.com/?target=javascript%3AHIT',
  'https://link.zhihu.com/?target=data%3Atext%2Fhtml%2C%3Cscript%3EHIT%3C%2Fscript%3E',
  'https://www.oschina.net/action/GoToLink?url=javascript%3AHIT',
  'https://www.oschina.net/action/GoToLink?url=JaVa%0AScRiPt%3AHIT',
  'https://link.juejin.cn/?target=%20javascript%3AHIT',
  'https://link.zhihu.com/?target=https%3A%2F%2Fbank.example%40evil.example',
  'https://c.duomai.com/track.php?t=javascript:HIT',
  'http://iphone.myzaker.com/zaker/link.php?b=amF2YXNjcmlwdDphbGVydCgxKQ==',
  'https://proxy.workers.dev/?javascript:HIT',
  'https://proxy.workers.dev/?data:text/html,<script>HIT</script>',
  'https://proxy.workers.dev/?https://proxy.workers.dev/?javascript:HIT',
]

export const linkAttacks = attacks([...addresses, ...wrapped].map(address => `<a href='${address}'>link</a>`))

/** The same where pictures come from, by every attribute that a lazy loader may have used. */
export const pictureAttacks = attacks(
  [...addresses, ...wrapped.slice(-3)]
    .filter(address => !/^(https?:|\/\/|[#?])/.test(address))
    .map((address, index) => {
      const name = ['src', 'data-src', 'data-original', 'data-actualsrc', 'srcset', 'data-gif-url'][
        index % 6
      ]!
      return `<img ${name}='${address}' alt="picture">`
    }),
)
