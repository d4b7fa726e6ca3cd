import type { Principal } from '@stem/contracts/context'
import { countRows, importById, type Counts, type Defaults, type Import } from '../imports/import.ts'
import { runImport, type RunningImport } from '../imports/run-import.ts'
import { approveImport } from '../imports/steer-import.ts'
import { takeFile } from '../imports/take-file.ts'
import { visitor } from '@stem/test-kit/visitor'
import { newFormKey } from '@stem/web/form'
import { app } from '../app.ts'
import { ANNA, BO } from './campaigning.ts'
import { services } from './composing.ts'
import { DB, DESK, NOW, testEnv } from './reading.ts'

/** What rows say that say nothing. */
export const DEFAULTS: Defaults = { locale: 'en', topics: ['policy'], countries: [], frequency: 'each' }

/** A file of this text. */
export const asFile = (text: string | Uint8Array): Blob => new Blob([text as Uint8Array<ArrayBuffer>])

/** A file with these addresses, all of which consented on the same day. */
export const tableOf = (addresses: readonly string[]): string => `address,consented_at\n${addresses.map((address) => `${address},2026-05-01\n`).join('')}`

/** `n` addresses; all different. */
export const addresses = (n: number, from = 0): string[] => Array.from({ length: n }, (_, index) => `i${from + index}@d${index % 7}.example`)

/** Hands a file in as Anna. */
export const handIn = (text: string | Uint8Array, over: Partial<Parameters<typeof takeFile>[1]> = {}) =>
  takeFile(
    { db: DB },
    {
      formKey: newFormKey(),
      file: asFile(text),
      basis: 'I want the newsletter',
      source: 'Sign-up sheet',
      consentedOn: '2026-11-01',
      defaults: DEFAULTS,
      by: ANNA.personId,
      ...over,
    },
    NOW,
  )

/** What a run needs in tests. */
export const running = (over: Partial<RunningImport> = {}): RunningImport => ({ ...DESK, clock: () => NOW, ...over })

/** Runs an import until it has nothing to do. */
export async function runOut(id: string, over: Partial<RunningImport> = {}): Promise<void> {
  for (let runs = 0; runs < 50 && (await runImport(running(over), id)); runs++);
}

/** The import as it stands. */
export async function importAt(id: string): Promise<Import> {
  const found = await importById(DB, id)
  if (!found) throw new Error('no import')
  return found
}

/** Hands a file in and has it checked. */
export async function checked(text: string | Uint8Array, over: Partial<Parameters<typeof takeFile>[1]> = {}): Promise<string> {
  const taken = await handIn(text, over)
  if (!taken.ok) throw new Error(taken.code)
  await runOut(taken.value.id)
  return taken.value.id
}

/** Bo lets an import be applied. */
export async function approved(id: string, who: Principal = BO): Promise<void> {
  const outcome = await approveImport({ db: DB }, await importAt(id), who, NOW)
  if (!outcome.ok) throw new Error(outcome.code)
}

/** Numbers above zero. */
export async function numbers(id: string): Promise<Partial<Counts>> {
  const at = await importAt(id)
  const all = Object.entries(at.counts ?? (await countRows(DB, id)))
  return Object.fromEntries(all.filter(([, value]) => (typeof value === 'number' ? value > 0 : Object.keys(value).length > 0)))
}

/** The form of an upload, filled in. */
export const uploadForm = (over: Record<string, string> = {}): Record<string, string> => ({
  key: newFormKey(),
  source: 'Sign-up sheet',
  basis: 'I want the newsletter',
  consentedOn: '2026-11-01',
  language: 'en',
  'topic-policy': 'yes',
  frequency: 'each',
  ...over,
})

/** Sends the form of an upload with a file as the door would. */
export async function upload(
  file: Blob | null,
  { who = ANNA, form = uploadForm() }: { who?: Principal | null; form?: Record<string, string> } = {},
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  if (file) body.append('file', new File([file], 'readers.csv'))
  const path = '/console/newsletter/imports/new'
  const context = { ...visitor(path), who, client: { network: '192.0.2.1', agent: 'test', lapsed: false }, now: NOW }
  return app.fetch(new Request(`https://stem.example${path}`, { method: 'POST', body, redirect: 'manual' }), { ...testEnv, ...services([]), context } as never)
}
