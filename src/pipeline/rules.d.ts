/** How bad: an error leaves the seed out of the site, a warning changes what is shown, an info is worth a look. */
export type Severity = 'error' | 'warning' | 'info'
/** Everything that can be wrong with the files of a site. The names are public: scripts and reports rely on them. */
export declare const RULES: {
  readonly 'file-unreadable': {
    readonly severity: 'error'
    readonly says: 'A seed cannot be opened.'
    readonly mend: 'Make it a plain file that you may read.'
  }
  readonly 'file-encoding': {
    readonly severity: 'error'
    readonly says: 'A seed is not a text in UTF-8.'
    readonly mend: 'Save the file as UTF-8.'
  }
  readonly 'front-matter-missing': {
    readonly severity: 'error'
    readonly says: 'A seed does not begin with front matter.'
    readonly mend: 'Begin the file with a line ---, then "title: …", then a line ---.'
  }
  readonly 'front-matter-unclosed': {
    readonly severity: 'error'
    readonly says: 'The front matter of a seed has no end.'
    readonly mend: 'Put a line --- between the front matter and the body.'
  }
  readonly 'front-matter-long': {
    readonly severity: 'error'
    readonly says: 'The front matter of a seed is too long to be one.'
    readonly mend: 'Put the closing line --- directly after the last field.'
  }
  readonly 'front-matter-yaml': {
    readonly severity: 'error'
    readonly says: 'The front matter is not valid YAML, and no other way to read it is plain.'
    readonly mend: 'Write each field as "key: value" on a line of its own.'
  }
  readonly 'front-matter-lenient': {
    readonly severity: 'warning'
    readonly says: 'YAML rejects or misreads a field; it is read as a person would.'
    readonly mend: 'Put the value in single quotes, and write a quote within it twice.'
  }
  readonly 'front-matter-key': {
    readonly severity: 'warning'
    readonly says: 'An unknown key looks like a known one that is misspelt.'
    readonly mend: 'Correct the name of the key.'
  }
  readonly 'field-unusable': {
    readonly severity: 'warning'
    readonly says: 'The value of a field will not do; the field is ignored.'
    readonly mend: 'Correct the value, or remove the field.'
  }
  readonly 'title-missing': {
    readonly severity: 'error'
    readonly says: 'An article has no title.'
    readonly mend: 'Add a line "title: …" to the front matter.'
  }
  readonly 'title-long': {
    readonly severity: 'warning'
    readonly says: 'A title is too long to be one.'
    readonly mend: 'Shorten it; the rest may be the excerpt.'
  }
  readonly 'title-markup': {
    readonly severity: 'warning'
    readonly says: 'A title holds markup, which is shown as it stands.'
    readonly mend: 'Take the tags out of the title.'
  }
  readonly 'date-missing': {
    readonly severity: 'warning'
    readonly says: 'An article has no date and is listed after all others.'
    readonly mend: 'Add a line "date: YYYY-MM-DD HH:mm:ss".'
  }
  readonly 'date-unreadable': {
    readonly severity: 'error'
    readonly says: 'A date cannot be read.'
    readonly mend: 'Write it as YYYY-MM-DD HH:mm:ss or as RFC 2822 has it.'
  }
  readonly 'date-seconds': {
    readonly severity: 'warning'
    readonly says: 'A date of January 1970 is one whose seconds were read as milliseconds.'
    readonly mend: 'Write the true date.'
  }
  readonly 'date-future': {
    readonly severity: 'warning'
    readonly says: 'A date lies in the future.'
    readonly mend: 'Correct it; until then the article stands before all others.'
  }
  readonly 'category-type': {
    readonly severity: 'warning'
    readonly says: 'The categories are neither a name nor a list of names.'
    readonly mend: 'Write one name on each line, as "- name".'
  }
  readonly 'category-empty': {
    readonly severity: 'warning'
    readonly says: 'A category has an empty name.'
    readonly mend: 'Remove the empty line of the list, or write the name.'
  }
  readonly 'category-depth': {
    readonly severity: 'warning'
    readonly says: 'A category path has more than three names.'
    readonly mend: 'Leave section, source and channel.'
  }
  readonly 'category-unsafe': {
    readonly severity: 'warning'
    readonly says: 'A category name cannot be an address or a folder as it stands.'
    readonly mend: 'Choose a name without such characters; its address is made of another meanwhile.'
  }
  readonly 'id-duplicate': {
    readonly severity: 'error'
    readonly says: 'Two seeds have the same id.'
    readonly mend: 'Give one of them other 16 digits in its name.'
  }
  readonly 'article-duplicate': {
    readonly severity: 'warning'
    readonly says: 'Two seeds hold the same article.'
    readonly mend: 'Remove one of them.'
  }
  readonly 'article-near-duplicate': {
    readonly severity: 'warning'
    readonly says: 'Two seeds hold nearly the same text.'
    readonly mend: 'Keep the better one.'
  }
  readonly 'body-empty': {
    readonly severity: 'warning'
    readonly says: 'An article has no body.'
    readonly mend: 'Write one below the front matter.'
  }
  readonly 'body-long': {
    readonly severity: 'warning'
    readonly says: 'A body is longer than any article, and is cut.'
    readonly mend: 'Make several articles of it.'
  }
  readonly 'picture-missing': {
    readonly severity: 'warning'
    readonly says: 'A picture is not beside its seed.'
    readonly mend: 'Put the file there, or correct the address.'
  }
  readonly 'picture-text': {
    readonly severity: 'info'
    readonly says: 'A picture has neither alternative text nor a caption.'
    readonly mend: 'Describe it in alt="…", or in a figcaption.'
  }
  readonly 'mixed-content': {
    readonly severity: 'warning'
    readonly says: 'A picture or other media is named with http:, which pages under https: may not load.'
    readonly mend: 'Write https:; that is how readers ask for it.'
  }
  readonly 'hot-link': {
    readonly severity: 'info'
    readonly says: 'A picture lies with a host that is known to refuse pictures to other sites.'
    readonly mend: 'Keep a copy beside the seed. Readers ask without telling where they are, which helps with most such hosts.'
  }
  readonly 'embed-unknown': {
    readonly severity: 'warning'
    readonly says: 'A frame shows a page that is no known player.'
    readonly mend: 'Put a link in its place.'
  }
  readonly 'dangerous-element': {
    readonly severity: 'warning'
    readonly says: 'An element that could act on the page is taken out.'
    readonly mend: 'Remove it from the seed.'
  }
  readonly 'dangerous-attribute': {
    readonly severity: 'warning'
    readonly says: 'An attribute that could act on the page is taken out.'
    readonly mend: 'Remove it from the seed.'
  }
  readonly 'dangerous-address': {
    readonly severity: 'warning'
    readonly says: 'An address that runs code or opens no page is taken out.'
    readonly mend: 'Use an address with https:, or remove it.'
  }
  readonly 'site-setting': {
    readonly severity: 'warning'
    readonly says: 'A setting of the site is unknown or will not do.'
    readonly mend: 'Correct it in site.json.'
  }
}
export type RuleId = keyof typeof RULES
