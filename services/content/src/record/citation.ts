/** What a citation is made of. `date`: ISO day, month or year. `url`: where it can be read. `kind`: what it is, in English. */
export type Cited = { title: string; author: string | null; date: string | null; kind: string; url: string; via: string; slug: string }

/** A citation by APA 7, in parts: the title stands in italics between the two others. */
export type ApaCitation = { before: string; title: string; after: string }

/** `2020, June 15`; a month or year as far as known; `n.d.` without a date. APA writes English whatever the page. */
function apaDate(date: string | null): string {
  if (date === null) return 'n.d.'
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${year}-${month}-01T00:00:00Z`))
  return `${year}, ${name}${day === undefined ? '' : ` ${Number(day)}`}`
}

const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** A citation by the style of the American Psychological Association, 7th edition: group author, date, title, kind, address. Without an author the title comes first. */
export function apaOf({ title, author, date, kind, url }: Cited): ApaCitation {
  const when = `(${apaDate(date)}).`
  return author === null
    ? { before: '', title, after: ` [${kind}]. ${when} ${url}` }
    : { before: `${withStop(author)} ${when} `, title, after: ` [${kind}]. ${url}` }
}

// A brace counts for BibTeX even behind a backslash, so braces are written as commands.
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** `text` for a field of BibTeX: everything with a meaning to LaTeX is written out, other letters stay as they are (UTF-8). */
export const bibtexText = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\{}~^$&#%_]/g, (letter) => COMMANDS[letter] ?? `\\${letter}`)

/** An address for a field that is read verbatim: only what would end the field is encoded. */
const bibtexUrl = (url: string): string => url.replaceAll(/[\\{}\s]/g, (letter) => encodeURIComponent(letter))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** An entry for BibTeX and BibLaTeX, in UTF-8. Names and titles stand in double braces, so that they are kept as they are written. */
export function bibtexOf({ title, author, date, kind, url, via, slug }: Cited): string {
  const [year, month] = date?.split('-') ?? []
  const fields: [string, string | undefined][] = [
    ['title', `{{${bibtexText(title)}}}`],
    ['author', author === null ? undefined : `{{${bibtexText(author)}}}`],
    ['year', year === undefined ? undefined : `{${year}}`],
    ['month', month === undefined ? undefined : MONTHS[Number(month) - 1]],
    // BibTeX knows no day; BibLaTeX reads this in place of the two above.
    ['date', date === null ? undefined : `{${date}}`],
    ['howpublished', `{${bibtexText(kind)}}`],
    ['url', `{${bibtexUrl(url)}}`],
    ['note', `{EU STEM Coalition, ${bibtexText(via)}}`],
  ]
  return `@misc{${slug},\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`])).join(',\n')}\n}\n`
}
