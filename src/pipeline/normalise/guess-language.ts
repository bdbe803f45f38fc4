/** What is seldom seen but in one language. Each mark that is found counts once. */
const MARKS: Record<string, RegExp[]> = {
  javascript: [
    /\b(const|let|var)\s+[\w$[{][^\n]{0,80}=/, /=>\s*[{(\w]/, /\bfunction\s*\w*\s*\(/, /\bconsole\.\w+\(/, /\b(document|window|module)\.\w+/,
    /\brequire\(['"]/, /\bimport\s[^\n;]{0,80}\sfrom\s+['"]/, /\bexport\s+(default|const|function|class)\b/, /===|!==/, /\b(async|await)\b/,
  ],
  typescript: [/\binterface\s+\w+\s*\{/, /:\s*(string|number|boolean|any|void)\b\s*[;,)={]/, /\bas\s+const\b/, /\bimport\s+type\b/, /@(Component|Injectable|Input)\(/],
  java: [/\b(public|private|protected)\s+(static\s+|final\s+|abstract\s+)*(class|interface|enum|void|\w+(<[^>\n]{1,40}>)?)\s+\w+/, /^import\s+(static\s+)?[\w.]+\*?;/m, /^package\s+[\w.]+;/m, /@(Override|Autowired|Bean|Test|Service|RestController)\b/, /\bSystem\.out\./, /\bnew\s+\w+(<[^>\n]{0,40}>)?\([^\n)]{0,80}\)\s*[;{]/, /\bthrows\s+\w+/],
  python: [/^[ \t]{0,40}def\s+\w+\([^\n]{0,120}\)[^\n:]{0,40}:[ \t]*$/m, /^[ \t]{0,40}(from\s+[\w.]+\s+)?import\s+[\w.*]+(\s+as\s+\w+)?[ \t]*$/m, /^[ \t]{0,40}(if|for|while|elif|with)\s[^\n]{1,120}:[ \t]*$/m, /\bself\.\w+/, /\bprint\(/, /^[ \t]{0,40}class\s+\w+(\([\w., ]*\))?:[ \t]*$/m, /__\w+__/, /\bNone\b|\bTrue\b|\bFalse\b/],
  go: [/^package\s+\w+[ \t]*$/m, /^func\s+(\([^\n)]{1,40}\)\s*)?\w+\(/m, /:=/, /\bfmt\.\w+\(/, /\berr\s*!=\s*nil\b/, /^import\s+\($/m],
  rust: [/\bfn\s+\w+[(<]/, /\blet\s+mut\s/, /\bimpl\b[^\n{]{0,80}\{/, /\b(println|vec|format|panic)!/, /^use\s+[\w:]+/m, /&(mut|str)\b/],
  cpp: [/^[ \t]{0,40}#\s*include\s*[<"]/m, /\bstd::/, /\bcout\s*<</, /\busing\s+namespace\b/, /\bint\s+main\s*\(/, /\btemplate\s*</],
  bash: [/^[ \t]{0,40}[$#]\s+[a-z][\w./-]*(\s|$)/m, /^[ \t]{0,40}(sudo|apt|apt-get|yum|brew|npm|npx|yarn|pnpm|git|docker|kubectl|curl|wget|cd|mkdir|chmod|pip3?|systemctl|export|echo|go get|repo)\s+\S/m, /^#!\s*\/\S*sh\b/m, /\s\|\s*(sh|bash|grep|awk|sed|xargs)\b/, /\bthen$|\bfi$/m],
  sql: [/\bselect\b[^;]{1,400}\bfrom\b/i, /\b(insert\s+into|create\s+table|alter\s+table|delete\s+from|drop\s+table)\b/i, /\bwhere\b[^;\n]{1,200}[=<>]/i, /\b(varchar|primary\s+key|group\s+by|order\s+by|inner\s+join|left\s+join)\b/i],
  xml: [/^[ \t]{0,40}<\?xml\b/, /^[ \t]{0,40}<[a-z][\w:.-]*[\s>]/i, /<\/[a-z][\w:.-]*>/i, /<[a-z][\w:.-]*(\s+[\w:@.-]+\s*=\s*"[^"]*")+/i, /\/>[ \t]*$/m, /<!--/],
  css: [/(?<![\w-])[\w-]{1,60}\s{0,9}\{\s{0,40}[\w-]{1,40}\s{0,9}:[^;{}\n]{1,80};/, /\b(margin|padding|color|display|background|font-size|width)\s*:\s*[^;\n]{1,60};/, /@(media|import|keyframes|font-face)\b/],
  yaml: [/^[\w-]{1,40}:[ \t]*\n( {2,20}|- )\S/m, /^[ \t]{0,40}-\s+[\w-]+:\s+\S/m, /^(apiVersion|kind|version|services|name):\s*\S/m],
  dockerfile: [/^FROM\s+[\w./:-]+/m, /^(RUN|CMD|ENTRYPOINT|EXPOSE|WORKDIR|COPY|ADD|ENV|MAINTAINER)\s+\S/m],
} // biome-ignore format: a table

/** What is looked at: the beginning says enough. */
const LOOKED_AT = 2000
const LARGEST_JSON = 20_000
const LEAST = 2
/** Where the source names a shell and shows something else, this many marks are proof. */
const PROOF = 3

/** The language of some code where it is plain to see, else an empty string. */
export function guessLanguage(code: string, named = ''): string {
  const text = code.slice(0, LOOKED_AT)
  if (named === '' && isJson(text, code)) return 'json'
  const counts = new Map(
    Object.entries(MARKS).map(([language, marks]) => [
      language,
      marks.filter(mark => mark.test(text)).length,
    ]),
  )
  const countOf = (language: string) => counts.get(language) ?? 0
  // TypeScript is JavaScript with more in it.
  if (countOf('typescript') > 0) {
    counts.set('typescript', countOf('typescript') + countOf('javascript'))
    counts.delete('javascript')
  }
  const [best, second] = [...counts.keys()].sort((one, other) => countOf(other) - countOf(one)) as [
    string,
    string,
  ]
  if (named !== '') return countOf(best) >= Math.max(PROOF, countOf(named) + LEAST) ? best : named
  if (countOf(best) >= LEAST && countOf(best) > countOf(second)) return best
  return isCommand(text) ? 'bash' : ''
}

/** One or two lines of commands give too few marks for a guess; a known command at the start is one. */
const isCommand = (text: string) =>
  text.length < 300 &&
  /^\s*([$#] )?(sudo|npm|npx|yarn|pnpm|git|docker|kubectl|curl|wget|pip3?|brew|apt-get|yum|go get)\s+[\w./@-]+/.test(
    text,
  ) &&
  !/[。，]/.test(text)

function isJson(text: string, code: string): boolean {
  if (!/^\s*[[{]/.test(text) || code.length > LARGEST_JSON) return false
  try {
    JSON.parse(code)
    return true
  } catch {
    return false
  }
}
