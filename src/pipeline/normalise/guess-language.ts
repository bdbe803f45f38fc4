/** What is seldom seen but in one language. Each mark that is found counts once. */
const MARKS: Record<string, RegExp[]> = {
  javascript: [
    /\b(const|let|var)\s+[\w$[{][^\n]{0,80}=/, /=>\s*[{(\w]/, /\bfunction\s*\w*\s*\(/, /\bconsole\.\w+\(/, /\b(document|window|module)\.\w+/,
    /\brequire\(['"]/, /\bimport\s[^\n;]{0,80}\sfrom\s+['"]/, /\bexport\s+(default|const|function|class)\b/, /===|!==/, /\b(async|await)\b/,
  ],
  typescript: [/\binterface\s+\w+\s*\{/, /:\s*(string|number|boolean|any|void)\b\s*[;,)={]/, /\bas\s+const\b/, /\bimport\s+type\b/, /@(Component|Injectable|Input)\(/],
  java: [/\b(public|private|protected)\s+(static\s+|final\s+|abstract\s+)*(class|interface|enum|void|\w+(<[^>\n]{1,40}>)?)\s+\w+/, /^import\s+(static\s+)?[\w.]+\*?;/m, /^package\s+[\w.]+;/m, /@(Override|Autowired|Bean|Test|Service|RestController)\b/, /\bSystem\.out\./, /\bnew\s+\w+(<[^>\n]{0,40}>)?\([^\n)]{0,80}\)\s*[;{]/, /\bthrows\s+\w+/],
  python: [/^\s*def\s+\w+\([^\n]{0,120}\)[^\n:]{0,40}:\s*$/m, /^\s*(from\s+[\w.]+\s+)?import\s+[\w.*]+(\s+as\s+\w+)?\s*$/m, /^\s*(if|for|while|elif|with)\s[^\n]{1,120}:\s*$/m, /\bself\.\w+/, /\bprint\(/, /^\s*class\s+\w+(\([\w., ]*\))?:\s*$/m, /__\w+__/, /\bNone\b|\bTrue\b|\bFalse\b/],
  go: [/^package\s+\w+\s*$/m, /^func\s+(\([^\n)]{1,40}\)\s*)?\w+\(/m, /:=/, /\bfmt\.\w+\(/, /\berr\s*!=\s*nil\b/, /^import\s+\($/m],
  rust: [/\bfn\s+\w+[(<]/, /\blet\s+mut\s/, /\bimpl\b[^\n{]{0,80}\{/, /\b(println|vec|format|panic)!/, /^use\s+[\w:]+/m, /&(mut|str)\b/],
  cpp: [/^\s*#\s*include\s*[<"]/m, /\bstd::/, /\bcout\s*<</, /\busing\s+namespace\b/, /\bint\s+main\s*\(/, /\btemplate\s*</],
  bash: [/^\s*[$#]\s+[a-z][\w./-]*(\s|$)/m, /^\s*(sudo|apt|apt-get|yum|brew|npm|npx|yarn|pnpm|git|docker|kubectl|curl|wget|cd|mkdir|chmod|pip3?|systemctl|export|echo|go get|repo)\s+\S/m, /^#!\s*\/\S*sh\b/m, /\s\|\s*(sh|bash|grep|awk|sed|xargs)\b/, /\bthen$|\bfi$/m],
  sql: [/\bselect\b[^;]{1,400}\bfrom\b/i, /\b(insert\s+into|create\s+table|alter\s+table|delete\s+from|drop\s+table)\b/i, /\bwhere\b[^;\n]{1,200}[=<>]/i, /\b(varchar|primary\s+key|group\s+by|order\s+by|inner\s+join|left\s+join)\b/i],
  xml: [/^\s*<\?xml\b/, /<\/[a-z][\w:.-]*>/i, /<[a-z][\w:.-]*(\s+[\w:@.-]+\s*=\s*"[^"]*")+/i, /\/>\s*$/m, /<!--/],
  css: [/[.#]?[\w-]+\s*\{\s*[\w-]+\s*:\s*[^;{}\n]+;/, /\b(margin|padding|color|display|background|font-size|width)\s*:\s*[^;\n]{1,60};/, /@(media|import|keyframes|font-face)\b/],
  yaml: [/^[\w-]+:\s*$\n^(\s{2,}|- )\S/m, /^\s*-\s+[\w-]+:\s+\S/m, /^(apiVersion|kind|version|services|name):\s*\S/m],
  dockerfile: [/^FROM\s+[\w./:-]+/m, /^(RUN|CMD|ENTRYPOINT|EXPOSE|WORKDIR|COPY|ADD|ENV|MAINTAINER)\s+\S/m],
} // biome-ignore format: a table

/** What is looked at: the beginning says enough. */
const LOOKED_AT = 4000
const LEAST = 2
/** By how many marks the first must be ahead of the second. */
const AHEAD = 1
/** Where the source names a shell and shows something else, this many marks are proof. */
const PROOF = 3

/** The language of some code where it is plain to see, else an empty string. */
export function guessLanguage(code: string, named = ''): string {
  const text = code.slice(0, LOOKED_AT)
  if (named === '' && isJson(text, code)) return 'json'
  const counts = Object.entries(MARKS)
    .map(([language, marks]) => ({ language, count: marks.filter(mark => mark.test(text)).length }))
    .sort((one, other) => other.count - one.count)
  const [best, second] = counts as [{ language: string; count: number }, { language: string; count: number }]
  // TypeScript is JavaScript with more in it.
  if (best.language === 'javascript' && countOf('typescript', counts) > 0) best.language = 'typescript'
  const rival =
    best.language === 'typescript' && second.language === 'javascript' ? counts[2]!.count : second.count
  if (named !== '')
    return best.count >= PROOF && best.language !== named && countOf(named, counts) === 0
      ? best.language
      : named
  return best.count >= LEAST && best.count - rival >= AHEAD ? best.language : isCommand(text) ? 'bash' : ''
}

const countOf = (language: string, counts: { language: string; count: number }[]) =>
  counts.find(each => each.language === language)?.count ?? 0

/** One or two lines of commands give too few marks for a guess; a known command at the start is one. */
const isCommand = (text: string) =>
  text.length < 300 &&
  /^\s*([$#] )?(sudo|npm|npx|yarn|pnpm|git|docker|kubectl|curl|wget|pip3?|brew|apt-get|yum|go get)\s+[\w./@-]+/.test(
    text,
  ) &&
  !/[。，]/.test(text)

function isJson(text: string, code: string): boolean {
  if (!/^\s*[[{]/.test(text) || code.length > LOOKED_AT) return false
  try {
    JSON.parse(code)
    return true
  } catch {
    return false
  }
}
