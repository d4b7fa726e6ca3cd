import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Sentence } from '../start/sentence.ts'
import { isJsonStat, readMapping, recordsOf } from './json-stat.ts'
import { recordsIn, rowOf, tableKind } from './table.ts'

/** Kinds of record in the order they are sent: organisations before what names them. */
const KINDS = [
  'members',
  'partners',
  'practices',
  'publications',
  'events',
  'taskforces',
  'working_groups',
  'adoptions',
  'policy_references',
  'eu_projects',
  'testimonials',
  'indicators',
] as const
const MOST_BYTES = 48 * 1024
const MOST_RECORDS = 100
const TRIES = 5

type Outcome = { index: number; source: string | null; outcome: 'created' | 'updated' | 'unchanged' | 'refused'; reasons: { path: string; reason: string }[] }
/** What became of a file. */
export type ImportTotals = Record<Outcome['outcome'], number>
/** Where to send to, by which right, and who hears of it. */
export type ImportTarget = { origin: string; token: string; report: (line: string) => void }
/** How to import. `mapping`: file that says what a JSON-stat file is, beside it as `….mapping.json` without it. `dryRun`: writes nothing. `kind`: what a table holds; its name says it without. */
export type ImportWish = { mapping?: string; dryRun?: boolean; kind?: string }

/** Where the values of indicators come from, as the site keeps it with their vintage. */
type Source = { hash: string; retrievedOn: string; licence: string | null }
type Options = { source?: Source; dryRun?: boolean }
// The members service has no dry run.
const WITHOUT_DRY_RUN = ['members', 'partners']

/** Groups of records that fit into one request, each with the place of its first record in the list. */
export function* batchesOf(records: unknown[]): Generator<{ start: number; records: unknown[] }> {
  let start = 0
  let group: unknown[] = []
  let size = 0
  for (const [index, record] of records.entries()) {
    const bytes = Buffer.byteLength(JSON.stringify(record) ?? 'null') + 1
    if (group.length > 0 && (size + bytes > MOST_BYTES || group.length >= MOST_RECORDS)) {
      yield { start, records: group }
      start = index
      group = []
      size = 0
    }
    group.push(record)
    size += bytes
  }
  if (group.length > 0) yield { start, records: group }
}

async function send({ origin, token }: ImportTarget, kind: string, records: unknown[], options: Options): Promise<Outcome[]> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(`${origin}/api/v1/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind, records, ...options }),
    }).catch((thrown: Error) => {
      throw new Sentence(
        `Nothing answers at ${origin} (${(thrown.cause as Error | undefined)?.message ?? thrown.message}). Start the site with npm start, or name it: ORIGIN=https://… npm run import -- FILE`,
      )
    })
    if (answer.ok) return ((await answer.json()) as { outcomes: Outcome[] }).outcomes
    if (answer.status === 404) throw new Sentence('The site does not know this token. Set IMPORT_TOKEN to the one of the installation.')
    if (attempt === TRIES || ![429, 500, 503].includes(answer.status)) {
      throw new Sentence(
        `The site refused a batch of ${kind} (${answer.status}): ${((await answer.json().catch(() => ({}))) as { detail?: string }).detail ?? ''}`,
      )
    }
    await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000)
  }
}

const placed = (path: string, start: number): string => path.replace(/^(\w+)\[(\d+)\]/, (_, kind: string, index: string) => `${kind}[${Number(index) + start}]`)

const isTable = (file: string): boolean => /\.(csv|tsv)$/i.test(file)

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (thrown) {
    const isOther = thrown instanceof TypeError
    throw new Sentence(`${file} cannot be read: ${isOther ? 'it is not in UTF-8; save it as “CSV UTF-8”' : (thrown as Error).message}`)
  }
}

function readJson(file: string): { data: unknown; hash: string } {
  try {
    const bytes = readFileSync(file)
    return { data: JSON.parse(bytes.toString('utf8')) as unknown, hash: createHash('sha256').update(bytes).digest('hex') }
  } catch (thrown) {
    throw new Sentence(`${file} cannot be read: ${(thrown as Error).message}`)
  }
}

const dayIn = (text: unknown): string => (typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : new Date().toISOString().slice(0, 10))

/** Records by kind in `file`, with where its values come from. A JSON-stat file becomes records of its indicator. */
function readRecords(file: string, { mapping, kind }: ImportWish, report: ImportTarget['report']): { lists: Record<string, unknown>; source: Source } {
  if (isTable(file)) {
    const held = tableKind(kind ?? basename(file).replace(/\.\w+$/, ''))
    return { lists: { [held]: recordsIn(readText(file), held) }, source: { hash: '', retrievedOn: dayIn(null), licence: null } }
  }
  const { data, hash } = readJson(file)
  if (isJsonStat(data)) {
    const beside = mapping ?? file.replace(/(\.json)?$/, '.mapping.json')
    const said = readMapping(readJson(beside).data, beside)
    const { records, left } = recordsOf(data, said)
    for (const { path, reason } of left) report(`${path}: ${reason}`)
    return { lists: { indicators: records }, source: { hash, retrievedOn: dayIn(said.retrieved_on), licence: said.licence ?? null } }
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Sentence(`${file} must hold an object with one list for each kind: ${KINDS.join(', ')}; or a data set of JSON-stat 2.0.`)
  const { meta, ...lists } = data as Record<string, unknown>
  const compiledOn = typeof meta === 'object' && meta !== null && 'compiled_on' in meta ? meta.compiled_on : null
  return { lists, source: { hash, retrievedOn: dayIn(compiledOn), licence: null } }
}

/**
 * Reads a file of records by kind, a table of one kind (CSV), or a JSON-stat data set with its mapping, and imports it in batches. Every refused record is
 * reported by path and reason.
 */
export async function importFile(file: string, target: ImportTarget, wish: ImportWish = {}): Promise<ImportTotals> {
  const { lists, source } = readRecords(file, wish, target.report)
  const unknown = Object.keys(lists).filter((key) => !(KINDS as readonly string[]).includes(key))
  for (const key of unknown) target.report(`${key}: not a kind of record, left out`)
  const totals: ImportTotals = { created: 0, updated: 0, unchanged: 0, refused: 0 }
  for (const kind of KINDS) {
    const records = lists[kind]
    if (records === undefined) continue
    if (!Array.isArray(records)) throw new Sentence(`${kind} in ${file} must be a list.`)
    if (wish.dryRun && WITHOUT_DRY_RUN.includes(kind)) {
      target.report(`${kind}: no dry run, left out`)
      continue
    }
    const options = { ...(kind === 'indicators' ? { source } : {}), ...(wish.dryRun ? { dryRun: true } : {}) }
    for (const batch of batchesOf(records)) {
      for (const { outcome, reasons } of await send(target, kind, batch.records, options)) {
        totals[outcome]++
        for (const { path, reason } of reasons) target.report(`${isTable(file) ? rowOf(placed(path, batch.start)) : placed(path, batch.start)}: ${reason}`)
      }
    }
  }
  return totals
}
