/** What a citation names. `year`: when this version was read or pinned; `hash`: of a pinned version. */
export type Cited = { title: string; publisher: string; year: number; url: string; version: string; hash?: string; key: string }

const AUTHOR = 'EU STEM Coalition'

/** A data set in the style of APA 7 (section 10.9): author, year, title, version, kind, publisher of the data, address. */
export const apaOf = ({ title, publisher, year, url, version, hash }: Cited, words: { set: string; data: string }): string =>
  `${AUTHOR}. (${year}). ${title} (${version}${hash === undefined ? '' : `, SHA-256 ${hash}`}) [${words.set}]. ${words.data.replace('{publisher}', publisher)}. ${url}`

// BibTeX reads these letters as commands.
const escape = (text: string): string => text.replaceAll(/[\\{}]/g, '').replaceAll(/[#$%&_]/g, (letter) => `\\${letter}`)

/** The same as a BibTeX entry of type `misc`; the address stands as it is. */
export const bibtexOf = ({ title, publisher, year, url, version, hash, key }: Cited): string =>
  `@misc{${key},\n  author = {{${AUTHOR}}},\n  title = {${escape(title)}},\n  year = {${year}},\n  version = {${escape(version)}},\n  note = {Data: ${escape(publisher)}${hash === undefined ? '' : `; SHA-256 ${hash}`}},\n  url = {${url}}\n}`
