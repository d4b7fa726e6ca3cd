import { deriveToken } from '@stem/jobs/tokens'
import { readingOf, type Reading } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import type { Keys } from '../sealing/keys.ts'
import { seal, unseal } from '../sealing/seal.ts'

/** What keeping and handing out files needs. */
export type FileStore = Reading & { bucket: R2Bucket }

/** What keeping and handing out files needs, from the Worker's bindings. */
export const storeOf = (env: Env): FileStore => ({ ...readingOf(env), bucket: env.FILES })

/** A file as it is shown: what it is called, its media type, its size in bytes. */
export type KeptFile = { id: string; messageId: string | null; name: string; type: string; size: number }

/** A row as it stands, with the name sealed. */
type Row = KeptFile
const COLUMNS = 'id, message_id AS messageId, name, type, size'

/** Where the bytes of a file are sealed: those of one file cannot be read as another's. */
export const bytesPlace = (id: string): string => `file ${id}`

/** Where the name of a file is sealed. */
export const namePlace = (id: string): string => `name of ${bytesPlace(id)}`

/** Seals what a file is called. */
export const sealName = (keys: Pick<Keys, 'seal'>, id: string, name: string): Promise<string> => seal(keys, namePlace(id), name)

const opened = ({ keys }: Pick<Reading, 'keys'>, rows: Row[]): Promise<KeptFile[]> =>
  Promise.all(rows.map(async (row) => ({ ...row, name: await unseal(keys, namePlace(row.id), row.name) })))

/** Files of the messages of a case, oldest first. Rights are the caller's business. */
export async function filesOfCase(reading: Reading, caseId: string): Promise<KeptFile[]> {
  const { results } = await reading.db
    .prepare(`SELECT ${COLUMNS} FROM files WHERE case_id = ? AND message_id IS NOT NULL AND state = 'kept' ORDER BY at, rowid LIMIT 500`)
    .bind(caseId)
    .all<Row>()
  return opened(reading, results)
}

/** Files that were chosen in a form which was not sent yet, in the order in which they came. */
export async function filesOfForm(reading: Reading, formKey: string): Promise<KeptFile[]> {
  const { results } = await reading.db
    .prepare(`SELECT ${COLUMNS} FROM files WHERE form_key = ? AND message_id IS NULL AND state = 'kept' ORDER BY at, rowid LIMIT 100`)
    .bind(formKey)
    .all<Row>()
  return opened(reading, results)
}

/** A file with what decides whether it may be handed out, or null. `caseState`: of the case it belongs to. */
export async function fileById(reading: Reading, id: string): Promise<(KeptFile & { caseState: string }) | null> {
  const row = await reading.db
    .prepare(
      `SELECT files.id, files.message_id AS messageId, files.name, files.type, files.size, cases.state AS caseState
       FROM files JOIN cases ON cases.id = files.case_id WHERE files.id = ? AND files.message_id IS NOT NULL AND files.state = 'kept'`,
    )
    .bind(id)
    .first<Row & { caseState: string }>()
  if (!row) return null
  const [file] = await opened(reading, [row])
  return file ? { ...file, caseState: row.caseState } : null
}

/** For whom a link to a file was drawn. A link of the requester opens no file of a case that is taken for spam. */
export type Reader = 'requester' | 'desk'

/** How long a link to a file works. */
export const LINK_MINUTES = 10

/** The secret part of a link to one file, until a time (epoch milliseconds). */
export const fileToken = (keys: Pick<Keys, 'token'>, { id, until, reader }: { id: string; until: number; reader: Reader }): Promise<string> =>
  deriveToken(keys.token, `file for ${reader}`, `${id} ${until}`)

/** A file that can be downloaded from the page that shows it. `query`: what stands after its address. */
export type LinkedFile = KeptFile & { query: string }

/** Gives files links that work for ten minutes, grouped by the message they came with. */
export async function linkFiles(keys: Pick<Keys, 'token'>, files: readonly KeptFile[], reader: Reader, now: number): Promise<Record<string, LinkedFile[]>> {
  const until = now + LINK_MINUTES * 60_000
  const linked = await Promise.all(
    files.map(async (file) => ({ ...file, query: `until=${until}&token=${await fileToken(keys, { id: file.id, until, reader })}` })),
  )
  return Object.groupBy(linked, ({ messageId }) => messageId ?? '') as Record<string, LinkedFile[]>
}
