/** Rows as https://www.rfc-editor.org/rfc/rfc4180 has them, with the mark by which Excel knows UTF-8. */
export const toCsv = (rows: (string | number)[][]): string =>
  `\ufeff${rows.map(row => `${row.map(field).join(',')}\r\n`).join('')}`

/** A text that begins like a formula is text to spreadsheets too: https://owasp.org/www-community/attacks/CSV_Injection */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  return `"${(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}
