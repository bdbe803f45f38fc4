/** How bad: an error leaves the seed out of the site, a warning changes what is shown, an info is worth a look. */
export type Severity = 'error' | 'warning' | 'info'

interface Rule {
  severity: Severity
  /** What is wrong, in one line. */
  says: string
  /** What the publisher can do about it. */
  mend: string
}

/** Everything that can be wrong with the files of a site. The names are public: scripts and reports rely on them. */
export const RULES = {
  'file-unreadable': {
    severity: 'error',
    says: 'A seed cannot be opened.',
    mend: 'Make it a plain file that you may read.',
  },
  'file-encoding': {
    severity: 'error',
    says: 'A seed is not a text in UTF-8.',
    mend: 'Save the file as UTF-8.',
  },
  'front-matter-missing': {
    severity: 'error',
    says: 'A seed does not begin with front matter.',
    mend: 'Begin the file with a line ---, then "title: …", then a line ---.',
  },
  'front-matter-unclosed': {
    severity: 'error',
    says: 'The front matter of a seed has no end.',
    mend: 'Put a line --- between the front matter and the body.',
  },
  'front-matter-long': {
    severity: 'error',
    says: 'The front matter of a seed is too long to be one.',
    mend: 'Put the closing line --- directly after the last field.',
  },
  'front-matter-yaml': {
    severity: 'error',
    says: 'The front matter is not valid YAML, and no other way to read it is plain.',
    mend: 'Write each field as "key: value" on a line of its own.',
  },
  'front-matter-lenient': {
    severity: 'warning',
    says: 'YAML rejects or misreads a field; it is read as a person would.',
    mend: 'Put the value in single quotes, and write a quote within it twice.',
  },
  'front-matter-key': {
    severity: 'warning',
    says: 'An unknown key looks like a known one that is misspelt.',
    mend: 'Correct the name of the key.',
  },
  'field-unusable': {
    severity: 'warning',
    says: 'The value of a field will not do; the field is ignored.',
    mend: 'Correct the value, or remove the field.',
  },
  'title-missing': {
    severity: 'error',
    says: 'An article has no title.',
    mend: 'Add a line "title: …" to the front matter.',
  },
  'title-long': {
    severity: 'warning',
    says: 'A title is too long to be one.',
    mend: 'Shorten it; the rest may be the excerpt.',
  },
  'title-markup': {
    severity: 'warning',
    says: 'A title holds markup, which is shown as it stands.',
    mend: 'Take the tags out of the title.',
  },
  'date-missing': {
    severity: 'warning',
    says: 'An article has no date and is listed after all others.',
    mend: 'Add a line "date: YYYY-MM-DD HH:mm:ss".',
  },
  'date-unreadable': {
    severity: 'error',
    says: 'A date cannot be read.',
    mend: 'Write it as YYYY-MM-DD HH:mm:ss or as RFC 2822 has it.',
  },
  'date-seconds': {
    severity: 'warning',
    says: 'A date of January 1970 is one whose seconds were read as milliseconds.',
    mend: 'Write the true date.',
  },
  'date-future': {
    severity: 'warning',
    says: 'A date lies in the future.',
    mend: 'Correct it; until then the article stands before all others.',
  },
  'category-type': {
    severity: 'warning',
    says: 'The categories are neither a name nor a list of names.',
    mend: 'Write one name on each line, as "- name".',
  },
  'category-empty': {
    severity: 'warning',
    says: 'A category has an empty name.',
    mend: 'Remove the empty line of the list, or write the name.',
  },
  'category-depth': {
    severity: 'warning',
    says: 'A category path has more than three names.',
    mend: 'Leave section, source and channel.',
  },
  'category-unsafe': {
    severity: 'warning',
    says: 'A category name cannot be an address or a folder as it stands.',
    mend: 'Choose a name without such characters; its address is made of another meanwhile.',
  },
  'id-duplicate': {
    severity: 'error',
    says: 'Two seeds have the same id.',
    mend: 'Give one of them other 16 digits in its name.',
  },
  'article-duplicate': {
    severity: 'warning',
    says: 'Two seeds hold the same article.',
    mend: 'Remove one of them.',
  },
  'article-near-duplicate': {
    severity: 'warning',
    says: 'Two seeds hold nearly the same text.',
    mend: 'Keep the better one.',
  },
  'body-empty': {
    severity: 'warning',
    says: 'An article has no body.',
    mend: 'Write one below the front matter.',
  },
  'body-long': {
    severity: 'warning',
    says: 'A body is longer than any article, and is cut.',
    mend: 'Make several articles of it.',
  },
  'picture-missing': {
    severity: 'warning',
    says: 'A picture is not beside its seed.',
    mend: 'Put the file there, or correct the address.',
  },
  'picture-text': {
    severity: 'info',
    says: 'A picture has neither alternative text nor a caption.',
    mend: 'Describe it in alt="…", or in a figcaption.',
  },
  'mixed-content': {
    severity: 'warning',
    says: 'A picture or other media is named with http:, which pages under https: may not load.',
    mend: 'Write https:; that is how readers ask for it.',
  },
  'hot-link': {
    severity: 'info',
    says: 'A picture lies with a host that is known to refuse pictures to other sites.',
    mend: 'Keep a copy beside the seed. Readers ask without telling where they are, which helps with most such hosts.',
  },
  'embed-unknown': {
    severity: 'warning',
    says: 'A frame shows a page that is no known player.',
    mend: 'Put a link in its place.',
  },
  'dangerous-element': {
    severity: 'warning',
    says: 'An element that could act on the page is taken out.',
    mend: 'Remove it from the seed.',
  },
  'dangerous-attribute': {
    severity: 'warning',
    says: 'An attribute that could act on the page is taken out.',
    mend: 'Remove it from the seed.',
  },
  'dangerous-address': {
    severity: 'warning',
    says: 'An address that runs code or opens no page is taken out.',
    mend: 'Use an address with https:, or remove it.',
  },
  'site-setting': {
    severity: 'warning',
    says: 'A setting of the site is unknown or will not do.',
    mend: 'Correct it in site.json.',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES
