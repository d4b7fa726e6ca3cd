import { LISTS, type ListName } from '@stem/contracts/lists'

/** Sets of the repository: lists whose records are harvested. */
export const SETS = ['practices', 'publications'] as const satisfies readonly ListName[]
/** A set of the repository. */
export type SetName = (typeof SETS)[number]

/** Types of item in the repository. */
export const typesOf = (set: SetName | null): readonly string[] => (set === null ? SETS : [set]).flatMap((name): readonly string[] => LISTS[name].types)

/** Codes of what can be wrong with a request (OAI-PMH 2.0, section 3.6). */
export type OaiFault = {
  code: 'badVerb' | 'badArgument' | 'badResumptionToken' | 'cannotDisseminateFormat' | 'idDoesNotExist' | 'noRecordsMatch'
  text: string
}

/** Which part of the repository is wanted. Times are epoch milliseconds, `until` is the first after. `after`: last record handed out, by time and id; `given`: how many before. */
export type Selection = { set: SetName | null; from: number | null; until: number | null; after: readonly [at: number, id: string] | null; given: number }

/** A request that can be answered. */
export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'GetRecord'; identifier: string }
  | { verb: 'ListIdentifiers'; selection: Selection }
  | { verb: 'ListRecords'; selection: Selection }

/** The only format, Dublin Core. */
export const PREFIX = 'oai_dc'

const ARGUMENTS: Record<OaiRequest['verb'], { must: readonly string[]; may: readonly string[] }> = {
  Identify: { must: [], may: [] },
  ListSets: { must: [], may: [] },
  ListMetadataFormats: { must: [], may: ['identifier'] },
  GetRecord: { must: ['identifier', 'metadataPrefix'], may: [] },
  ListIdentifiers: { must: ['metadataPrefix'], may: ['from', 'until', 'set'] },
  ListRecords: { must: ['metadataPrefix'], may: ['from', 'until', 'set'] },
}
const isVerb = (verb: string): verb is OaiRequest['verb'] => Object.hasOwn(ARGUMENTS, verb)
const isSet = (set: string): set is SetName => (SETS as readonly string[]).includes(set)
const fault = (code: OaiFault['code'], text: string) => ({ ok: false as const, fault: { code, text } })

const SECOND = 1000
const DAY = 86_400 * SECOND

/** A day or a second in UTC as the time at which it begins and the first after it; null for anything else. */
function timeOf(text: string): { from: number; until: number; isDay: boolean } | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  if (!isDay && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return null
  const from = Date.parse(isDay ? `${text}T00:00:00Z` : text)
  if (Number.isNaN(from) || new Date(from).toISOString().slice(0, 10) !== text.slice(0, 10)) return null
  return { from, until: from + (isDay ? DAY : SECOND), isDay }
}

/** A token from which a list goes on; the same token gives the same part again. */
export const tokenOf = (selection: Selection): string => btoa(JSON.stringify(selection)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

function selectionOf(token: string): Selection | null {
  try {
    const said = JSON.parse(atob(token.replaceAll('-', '+').replaceAll('_', '/'))) as Selection
    const isTime = (time: unknown): boolean => time === null || Number.isSafeInteger(time)
    const { set, from, until, after, given } = said
    const isWhole = Array.isArray(after) && after.length === 2 && Number.isSafeInteger(after[0]) && typeof after[1] === 'string' && Number.isSafeInteger(given)
    return isWhole && (set === null || isSet(String(set))) && isTime(from) && isTime(until) ? { set, from, until, after: [after[0], after[1]], given } : null
  } catch {
    return null
  }
}

function readSelection(said: Map<string, string>): { ok: true; selection: Selection } | ReturnType<typeof fault> {
  const set = said.get('set') ?? null
  if (set !== null && !isSet(set)) return fault('noRecordsMatch', `There is no set "${set}".`)
  const [from, until] = (['from', 'until'] as const).map((name) => (said.has(name) ? timeOf(said.get(name) ?? '') : undefined))
  if (from === null || until === null) return fault('badArgument', 'Times are written 2026-11-24 or 2026-11-24T12:00:00Z.')
  if (from && until && from.isDay !== until.isDay) return fault('badArgument', 'from and until must be written alike.')
  if (from && until && until.from < from.from) return fault('badArgument', 'from must not be after until.')
  return { ok: true, selection: { set, from: from?.from ?? null, until: until?.until ?? null, after: null, given: 0 } }
}

/** Reads a request as harvesters write it; each argument at most once, none that its verb does not know. */
export function readRequest(params: URLSearchParams): { ok: true; request: OaiRequest } | ReturnType<typeof fault> {
  const names = [...params.keys()]
  const verb = params.get('verb') ?? ''
  if (params.getAll('verb').length !== 1 || !isVerb(verb)) return fault('badVerb', 'verb must be given once, and be one of the six of OAI-PMH 2.0.')
  if (new Set(names).size !== names.length) return fault('badArgument', 'An argument is given twice.')
  const said = new Map([...params].filter(([name]) => name !== 'verb'))
  const isList = verb === 'ListIdentifiers' || verb === 'ListRecords'
  const token = said.get('resumptionToken')
  if (token !== undefined && (isList || verb === 'ListSets')) {
    if (said.size > 1) return fault('badArgument', 'resumptionToken stands alone.')
    const selection = isList ? selectionOf(token) : null
    return selection === null ? fault('badResumptionToken', 'This token was not made here.') : { ok: true, request: { verb: verb as 'ListRecords', selection } }
  }
  const { must, may } = ARGUMENTS[verb]
  const strange = [...said.keys()].find((name) => !must.includes(name) && !may.includes(name))
  if (strange !== undefined) return fault('badArgument', `${verb} has no argument "${strange}".`)
  const missing = must.find((name) => !said.has(name))
  if (missing !== undefined) return fault('badArgument', `${verb} needs the argument "${missing}".`)
  if (said.has('metadataPrefix') && said.get('metadataPrefix') !== PREFIX) return fault('cannotDisseminateFormat', `Records are given as ${PREFIX} alone.`)
  if (verb === 'GetRecord') return { ok: true, request: { verb, identifier: said.get('identifier') ?? '' } }
  if (verb === 'ListMetadataFormats') return { ok: true, request: { verb, identifier: said.get('identifier') ?? null } }
  if (!isList) return { ok: true, request: { verb } }
  const read = readSelection(said)
  return read.ok ? { ok: true, request: { verb, selection: read.selection } } : read
}
