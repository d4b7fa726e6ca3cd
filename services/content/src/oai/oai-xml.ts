import { listOf } from '@stem/contracts/lists'
import { formats } from '@stem/i18n/format'
import { translator, type Key } from '@stem/i18n/translate'
import { pathOf } from '../addresses/address-of.ts'
import type { Harvested } from './find-harvest.ts'
import { PREFIX, SETS, type OaiFault } from './oai-request.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML 1.0 has no place for other control characters, escaped or not.
const escape = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)
const attributes = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('')
const element = (name: string, text: string, values: Record<string, string> = {}): string => `<${name}${attributes(values)}>${escape(text)}</${name}>`

/** Time as the protocol writes it: to the second, UTC. */
export const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

const DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
const SCHEMA = 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd'

type Doc = { url?: string | null; sourceUrl?: string | null; publisher?: string | null; organisation?: string | null; terms?: Record<string, string[]> }
type Text = { locale: string; title: string; summary: string }

/** Identifier of a record: the name of the host and the permanent id. */
export const identifierOf = (origin: string, id: string): string => `oai:${new URL(origin).hostname}:${id}`
/** The id in an identifier of this repository, or null. */
export function idOf(origin: string, identifier: string): string | null {
  const before = identifierOf(origin, '')
  const id = identifier.startsWith(before) ? identifier.slice(before.length) : ''
  return /^itm_[0-9a-z]{26}$/.test(id) ? id : null
}

/** The head of a record. */
export const headerOf = (origin: string, { id, at, type, isGone }: Harvested): string =>
  `<header${isGone ? ' status="deleted"' : ''}>${element('identifier', identifierOf(origin, id))}${element('datestamp', stamp(at))}${element('setSpec', listOf(type) ?? '')}</header>`

/** A record in Dublin Core; of what went, the head alone. */
export function recordOf(origin: string, record: Harvested): string {
  if (record.isGone) return `<record>${headerOf(origin, record)}</record>`
  const doc = JSON.parse(record.doc ?? '{}') as Doc
  const texts = JSON.parse(record.texts ?? '[]') as Text[]
  const { topic = [], country: _, ...kinds } = doc.terms ?? {}
  const t = translator('en')
  const term = (taxonomy: string, code: string) => t(`terms.${taxonomy}.${code}` as Key) || code.replaceAll('-', ' ')
  const kind = [...(kinds['publication'] ?? []).map((code) => term('publication', code)), ...(kinds['form'] ?? []).map((code) => term('form', code))]
  const path = pathOf(record.type, record.slug)
  const by = doc.publisher ?? doc.organisation
  return `<record>${headerOf(origin, record)}<metadata><oai_dc:dc xmlns:oai_dc="${DC}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${DC} ${SCHEMA}">${[
    ...texts.map(({ locale, title }) => element('dc:title', title, { 'xml:lang': locale })),
    ...(by ? [element('dc:creator', by)] : []),
    ...topic.map((code) => element('dc:subject', term('topic', code), { 'xml:lang': 'en' })),
    ...texts.map(({ locale, summary }) => element('dc:description', summary, { 'xml:lang': locale })),
    element('dc:publisher', 'EU STEM Coalition'),
    ...(record.date === null ? [] : [element('dc:date', record.date)]),
    ...kind.map((word) => element('dc:type', word, { 'xml:lang': 'en' })),
    element('dc:identifier', `${origin}/id/${record.id}`),
    ...(path === null ? [] : [element('dc:identifier', origin + path)]),
    ...(doc.sourceUrl ? [element('dc:source', doc.sourceUrl)] : []),
    ...texts.map(({ locale }) => element('dc:language', locale)),
    ...(doc.url ? [element('dc:relation', doc.url)] : []),
    ...(record.country === null
      ? []
      : [element('dc:coverage', record.country === 'EU' ? 'European Union' : formats('en').countryName(record.country), { 'xml:lang': 'en' })]),
  ].join('')}</oai_dc:dc></metadata></record>`
}

/** What the repository is. */
export const identifyOf = (origin: string, adminAddress: string, earliest: number): string =>
  [
    element('repositoryName', 'EU STEM Coalition'),
    element('baseURL', `${origin}/oai`),
    element('protocolVersion', '2.0'),
    element('adminEmail', adminAddress),
    element('earliestDatestamp', stamp(earliest)),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  ].join('')

/** The sets, by the names of their lists. */
export const setsOf = (): string =>
  SETS.map((name) => `<set>${element('setSpec', name)}${element('setName', translator('en')(`list.${name}.title`))}</set>`).join('')

/** The only format. */
export const formatsOf = (): string =>
  `<metadataFormat>${element('metadataPrefix', PREFIX)}${element('schema', SCHEMA)}${element('metadataNamespace', DC)}</metadataFormat>`

/** Where a list goes on; an empty token ends one that was given in parts. `given`: records before this part. */
export const moreOf = (token: string | null, given: number): string =>
  token === null ? (given === 0 ? '' : `<resumptionToken cursor="${given}"/>`) : element('resumptionToken', token, { cursor: String(given) })

/** The whole answer: the request as it was understood, and what is answered, or what is wrong. */
export function answerOf(origin: string, now: number, said: Record<string, string>, content: { verb: string; inner: string } | OaiFault): string {
  const isFault = 'code' in content
  // A request that was not understood is not repeated.
  const repeated = isFault && (content.code === 'badVerb' || content.code === 'badArgument') ? {} : said
  const inner = isFault ? element('error', content.text, { code: content.code }) : `<${content.verb}>${content.inner}</${content.verb}>`
  return `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">${element('responseDate', stamp(now))}${element('request', `${origin}/oai`, repeated)}${inner}</OAI-PMH>`
}
