import { fingerprint } from '@stem/jobs/ids'
import { deriveToken } from '@stem/jobs/tokens'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { fail, ok, type Result } from '@stem/web/result'
import { log, messageOf } from '@stem/web/log'
import { sealBytes } from '../sealing/seal.ts'
import { FILE_KINDS, type FileKind } from './file-kind.ts'
import { keptName, shownName } from './file-name.ts'
import { bytesPlace, sealName, type FileStore, type KeptFile } from './kept-file.ts'
import { lookInto, type BadContent } from './look-into.ts'

const MB = 1024 * 1024
/** Most bytes of one file. */
export const MOST_BYTES = 10 * MB
/** Most files of one message. */
export const MOST_FILES = 5
/** Most bytes of all files of one message. */
export const MOST_TOGETHER = 25 * MB
/** Most files of one case, over all its messages. */
export const MOST_OF_CASE = 20
/** Bytes that may come from one network, or by mail from one address, in a day. */
export const BY_SOURCE: Limit = { name: 'file-bytes', most: 200 * MB, window: 24 * 60 * 60_000 }

/**
 * Why a file is not kept. Beside its content: `too_large`; `too_many`, `too_much`: with the others of its message; `case_full`; `limited`:
 * too much came from the same place today; `later`: the bucket does not answer.
 */
export type FileRefusal = BadContent | 'too_large' | 'too_many' | 'too_much' | 'case_full' | 'limited' | 'later'

/** Where files belong until they are claimed. `source`: whose bytes are counted, e.g. a network; null for staff. */
export type FilePlace = { formKey: string; caseId: string | null; side: 'requester' | 'staff' | 'participant'; source: string | null }

/** What was kept of several files, and what was not and why. */
export type Keeping = { kept: KeptFile[]; refused: { name: string; reason: FileRefusal }[] }

/** A file somebody brings: what they call it, and what is in it. */
export type GivenFile = { name: string; size: number; bytes: () => Promise<Uint8Array<ArrayBuffer>> }

type Row = { state: string; size: number }
const TRIES = 8
const ID_LENGTH = 26

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** An id that the same name and content get again in the same form, so that a form sent twice keeps a file once; it tells nothing about either. */
const idOf = async ({ keys }: FileStore, formKey: string, content: string, attempt: number): Promise<string> =>
  `fil_${(await deriveToken(keys.token, 'file id', `${await fingerprint(formKey)} ${content} ${attempt}`)).slice(0, ID_LENGTH)}`

/** Reserves the place of a file while it is below every limit. An id whose bytes are being deleted is never used again. */
async function reserve(
  store: FileStore,
  place: FilePlace,
  file: { name: string; kind: FileKind; size: number; content: string },
  now: number,
): Promise<Result<string, FileRefusal>> {
  const { db, keys } = store
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const id = await idOf(store, place.formKey, file.content, attempt)
    const before = await db.prepare('SELECT state, size FROM files WHERE id = ?').bind(id).first<Row>()
    if (before?.state === 'gone') continue
    if (before) return ok(id)
    const { meta } = await db
      .prepare(
        `INSERT INTO files (id, case_id, form_key, name, type, size, side, at, state)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'coming'
         WHERE (SELECT count(*) FROM files WHERE form_key = ?3 AND state <> 'gone') < ?9
           AND (SELECT coalesce(sum(size), 0) FROM files WHERE form_key = ?3 AND state <> 'gone') + ?6 <= ?10
           AND (?2 IS NULL OR (SELECT count(*) FROM files WHERE case_id = ?2 AND state <> 'gone') < ?11)
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(
        id,
        place.caseId,
        place.formKey,
        await sealName(keys, id, file.name),
        FILE_KINDS[file.kind],
        file.size,
        place.side,
        now,
        MOST_FILES,
        MOST_TOGETHER,
        MOST_OF_CASE,
      )
      .run()
    if (meta.changes > 0) return ok(id)
    const twin = await db.prepare('SELECT state, size FROM files WHERE id = ?').bind(id).first<Row>()
    if (twin) return ok(id)
    const form = await db.prepare("SELECT count(*) AS n FROM files WHERE form_key = ? AND state <> 'gone'").bind(place.formKey).first<{ n: number }>()
    if ((form?.n ?? 0) >= MOST_FILES) return fail('too_many')
    const full =
      place.caseId === null
        ? null
        : await db.prepare("SELECT count(*) AS n FROM files WHERE case_id = ? AND state <> 'gone'").bind(place.caseId).first<{ n: number }>()
    return fail((full?.n ?? 0) >= MOST_OF_CASE ? 'case_full' : 'too_much')
  }
  return fail('later')
}

async function keepOne(store: FileStore, place: FilePlace, given: GivenFile, now: number): Promise<Result<KeptFile, FileRefusal>> {
  const { db, keys, bucket } = store
  if (given.size > MOST_BYTES) return fail('too_large')
  const bytes = await given.bytes()
  if (place.source !== null && !(await takeTurn({ db, key: keys.token }, BY_SOURCE, place.source, now, bytes.length))) return fail('limited')
  const looked = await lookInto(bytes)
  if (!looked.ok) return looked
  const kind = looked.value
  const name = keptName(given.name, kind)
  const reserved = await reserve(store, place, { name, kind, size: bytes.length, content: `${await sha256(bytes)} ${name}` }, now)
  if (!reserved.ok) return reserved
  const id = reserved.value
  try {
    await bucket.put(id, await sealBytes(keys, bytesPlace(id), bytes))
  } catch (thrown) {
    // Two writers of one object at once may both be told no; what counts is that it lies there.
    if ((await bucket.head(id).catch(() => null)) === null) {
      log('error', 'file.not_kept', { why: messageOf(thrown) })
      return fail('later')
    }
  }
  await db.prepare("UPDATE files SET state = 'kept' WHERE id = ? AND state = 'coming'").bind(id).run()
  return ok({ id, messageId: null, name, type: FILE_KINDS[kind], size: bytes.length })
}

/**
 * Keeps files, each by what its content is, sealed in the bucket under an id of its own. They belong to `place.formKey` until
 * `claimFiles` gives them to a message; what nobody claims is deleted after a day. The row is there before the bytes, so nothing lies in
 * the bucket that no row knows. The same file again in the same form is the same file. One after the other: two of the largest would
 * not fit into memory beside each other.
 */
export async function keepFiles(store: FileStore, place: FilePlace, given: readonly GivenFile[], now: number): Promise<Keeping> {
  const keeping: Keeping = { kept: [], refused: [] }
  for (const file of given) {
    const done = await keepOne(store, place, file, now)
    if (done.ok) keeping.kept.push(done.value)
    else keeping.refused.push({ name: shownName(file.name), reason: done.code })
  }
  return keeping
}

/** Bytes that are there already as a file to keep. */
export const asGiven = ({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }): GivenFile => ({
  name,
  size: bytes.length,
  bytes: () => Promise.resolve(bytes),
})

/**
 * Statement that gives the files of a form to a message; put it into the batch of the message. Files claimed once stay where they are.
 * `from`: the case in which they were chosen, when it goes on in this one.
 */
export const claimFiles = (
  db: D1Database,
  { formKey, caseId, messageId, from = caseId }: { formKey: string; caseId: string; messageId: string; from?: string },
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE files SET case_id = ?2, message_id = ?3, form_key = NULL
       WHERE form_key = ?1 AND message_id IS NULL AND state = 'kept' AND (case_id IS NULL OR case_id IN (?2, ?4))`,
    )
    .bind(formKey, caseId, messageId, from)

/** Takes a file out of a form that was not sent yet; its bytes are deleted soon after. */
export async function removeFile(db: D1Database, formKey: string, id: string): Promise<void> {
  await db.prepare("UPDATE files SET state = 'gone', name = '' WHERE id = ? AND form_key = ? AND message_id IS NULL").bind(id, formKey).run()
}
