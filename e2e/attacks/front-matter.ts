import { attacks } from './attack.ts'

/** Texts that try to get out of wherever the page puts them: an element, an attribute, a script block, a file name. */
export const textAttacks = attacks([
  '<script>HIT</script>',
  '"><img src=x onerror=HIT>',
  "'><img src=x onerror=HIT>",
  '</title><script>HIT</script>',
  '</script><script>HIT</script>',
  '</style></textarea></noscript><script>HIT</script>',
  '<!--<script>HIT//-->',
  '--><script>HIT</script>',
  ']]><script>HIT</script>',
  '&lt;script&gt;HIT&lt;/script&gt;',
  '&#60;img src=x onerror=HIT&#62;',
  '&amp;lt;img src=x onerror=HIT&amp;gt;',
  '<svg onload=HIT>',
  '<img src=EVIL.png>',
  '" onmouseover="HIT" x="',
  "' autofocus onfocus='HIT",
  'x onerror=HIT',
  '`-HIT-`',
  '\\"};HIT;//',
  '\u2028HIT\u2029',
  "{{constructor.constructor('HIT')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as text
  '${HIT}',
  "$& $` $' $1 $$",
  '<!--app--> <!--head--> <!--data--> <!--csp-->',
  'x" http-equiv="refresh" content="0;url=EVIL',
  '<base href=EVIL>',
  '<plaintext>',
  '<style>*{display:none}</style>',
  '__proto__',
  'constructor',
  'javascript:HIT',
  'data:text/html,<script>HIT</script>',
  '//pictures.example/x.png',
  '../../../../etc/passwd',
  '..\\..\\x',
  '%2e%2e%2f%2e%2e%2fx',
  '/etc/passwd',
  'CON',
  'page',
  'index.html',
  'x?y=1#z&a=b;c',
  'x.',
  'x. ',
  'X.',
  'ﾇul\u202egnp.exe',
  `e${'\u0301'.repeat(400)}`,
  'W'.repeat(280),
  '𝒳'.repeat(140),
  '\u0007\u001b[31mred\u001b[0m',
  '😀',
])

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#60;': '<',
  '&#62;': '>',
}

/** A text as the reader should see it: entities decoded once, nothing unseen in it, no pile of marks. */
export const textShown = (text: string): string =>
  text
    .replace(/&[#\w]+;/g, entity => entities[entity] ?? entity)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(\u0301{8})\u0301+/g, '$1')
    .trim()
