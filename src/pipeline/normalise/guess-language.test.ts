import { expect, test } from 'vitest'
import { guessLanguage } from './guess-language.ts'

test.each([
  ['javascript', "const tide = require('tide')\nconsole.log(tide)"],
  ['typescript', 'interface Boat {\n  name: string;\n}\nconst a = (x: Boat) => x.name'],
  ['java', 'public class Boat {\n  @Override\n  public void go() { System.out.println(1); }\n}'],
  ['python', 'import os\n\ndef go(x):\n    print(x)'],
  ['go', 'package main\n\nfunc main() {\n\ta := 1\n}'],
  ['rust', 'fn main() {\n  let mut a = 1;\n  println!("{}", a);\n}'],
  ['cpp', '#include <iostream>\nint main() { std::cout << 1; }'],
  ['bash', '$ npm i\n$ npm run build'],
  ['bash', 'npm i tide'],
  ['sql', 'SELECT a FROM boats WHERE b = 1 ORDER BY c'],
  ['xml', '<boat name="a">\n  <crew/>\n</boat>'],
  ['css', '.boat { color: red; }\n@media print { .boat { display: none; } }'],
  ['json', '{"a": [1, 2]}'],
  ['dockerfile', 'FROM node:20\nRUN npm ci'],
])('it is %s', (language, code) => {
  expect(guessLanguage(code)).toBe(language)
})

test.each([
  ['prose', '潮水退去之后，石阶露出来。\nThe tide is out.'],
  ['output', 'Successfully built 1a2b\nSuccessfully tagged x:1.0'],
  ['a poem', 'let us go then\nyou and I'],
  ['nothing', ''],
])('%s is none', (_, code) => {
  expect(guessLanguage(code)).toBe('')
})

test('a shell that is plainly something else is that', () => {
  expect(
    guessLanguage(
      "import x from 'x'\nexport default function go() {\n  const a = 1\n  console.log(a)\n}",
      'bash',
    ),
  ).toBe('javascript')
  expect(guessLanguage('$ npm i tide\nconst', 'bash')).toBe('bash')
})
