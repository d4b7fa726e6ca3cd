import { newId } from '@stem/jobs/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseById, messagesOf, notesOf, type Reading } from '../cases/read-case.ts'
import { requesterSays, staffWorks } from '../cases/say.ts'
import { bytesPlace, type FileStore } from '../files/kept-file.ts'
import { ask, count, DB, emptyAll, finished, NOW, READING, testEnv } from '../testing/asking.ts'
import { hook } from '../testing/receivers.ts'
import { signed } from '../webhooks/secrets.ts'
import { keysOf } from './keys.ts'
import { reseal } from './reseal.ts'
import { SEALED_COLUMNS } from './sealed-places.ts'
import { keyIdOf, seal, sealBytes, unsealBytes } from './seal.ts'

const BOTH = keysOf({ ...testEnv, SEAL_KEYS: `k2:another-secret k1:${testEnv.TOKEN_KEY}` })
const NEW = keysOf({ ...testEnv, SEAL_KEYS: 'k2:another-secret' })
const bucket = testEnv.FILES
const store: FileStore = { db: DB, keys: BOTH, bucket }
const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))

/** Cases with something in every column that is sealed, all under the first key. */
async function world(cases: number): Promise<string[]> {
  for (let number = 0; number < cases; number++)
    await ask('/support/request', { form: finished({ address: `a${number}@min.example`, challenge: `Words ${number}` }), network: `192.0.2.${number}` })
  const { results } = await DB.prepare('SELECT id FROM cases ORDER BY id').all<{ id: string }>()
  for (const { id } of results) {
    const found = await caseById(READING, id)
    if (found) await staffWorks(READING, 'per_staff', found, { version: 1, act: 'note', body: `Note on ${id}` }, NOW)
    await DB.prepare('UPDATE cases SET subject = ?2 WHERE id = ?1')
      .bind(id, await sealed('cases', id, 'Subject'))
      .run()
    const [participant, file, draft] = [newId('par', NOW), newId('fil', NOW), newId('drf', NOW)]
    await DB.batch([
      DB.prepare("INSERT INTO participants (id, case_id, role, who, address_key, added_by, added_at) VALUES (?, ?, 'copy', ?, 'x', 'x', 1)").bind(
        participant,
        id,
        await sealed('participants', id, 'Participant'),
      ),
      DB.prepare("INSERT INTO files (id, case_id, name, type, size, side, at, state) VALUES (?, ?, ?, 'x', 1, 'requester', 1, 'kept')").bind(
        file,
        id,
        await sealed('files', file, 'name.pdf'),
      ),
      DB.prepare("INSERT INTO drafts (id, form_key, fields, address_key, locale, saved_at, expires_at) VALUES (?1, ?1, ?2, 'x', 'en', 1, 1)").bind(
        draft,
        await sealed('drafts', draft, 'Draft'),
      ),
    ])
    await bucket.put(file, await sealBytes(READING.keys, bytesPlace(file), bytes(`Bytes of ${file}`)))
  }
  return results.map(({ id }) => id)
}
const sealed = (table: string, of: string, text: string) => seal(READING.keys, SEALED_COLUMNS.find((one) => one.table === table)?.place(of) ?? '', text)

/** Goes on from where the last portion ended; stops after `most` portions. */
async function portions(from: string | null = null, most = Infinity): Promise<{ resealed: number; unreadable: number; next: string | null; portions: number }> {
  const sum = { resealed: 0, unreadable: 0, next: from, portions: 0 }
  do {
    const part = await reseal(store, sum.next, 5)
    Object.assign(sum, { resealed: sum.resealed + part.resealed, unreadable: sum.unreadable + part.unreadable, next: part.next, portions: sum.portions + 1 })
  } while (sum.next !== null && sum.portions < most)
  return sum
}

async function underOldKeys(): Promise<string[]> {
  const columns = await Promise.all(
    SEALED_COLUMNS.map(async ({ table, column }) => {
      const row = await DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${column} NOT LIKE 'k2.%'`).first<{ n: number }>()
      return row?.n === 0 ? [] : [`${table}.${column}`]
    }),
  )
  const { objects } = await bucket.list()
  const heads = await Promise.all(objects.map(async ({ key }) => keyIdOf(new Uint8Array((await (await bucket.get(key))?.arrayBuffer()) ?? new ArrayBuffer()))))
  return [...columns.flat(), ...heads.filter((id) => id !== 'k2')]
}

/** What only the newest key still reads. */
async function readAll(ids: readonly string[], reading: Reading = { db: DB, keys: NEW }): Promise<string> {
  const texts = await Promise.all(ids.map(async (id) => [await caseById(reading, id), await messagesOf(reading, id), await notesOf(reading, id)]))
  const { objects } = await bucket.list()
  const files = await Promise.all(
    objects.map(async ({ key }) => {
      const object = await bucket.get(key)
      return new TextDecoder().decode(await unsealBytes(reading.keys, bytesPlace(key), new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer())))
    }),
  )
  return JSON.stringify([texts, files])
}

beforeEach(async () => {
  await emptyAll()
  await bucket.delete((await bucket.list()).objects.map(({ key }) => key))
})

describe('a new key', () => {
  it('takes over everything, stopped half way and begun again, and then the old one can go', async () => {
    const ids = await world(7)
    const { id: webhookId } = await hook()
    const before = await readAll(ids, READING)
    expect(new Set(await underOldKeys()).size).toBe(SEALED_COLUMNS.length + 1)
    const half = await portions(null, 5)
    expect([half.next, half.resealed]).toEqual([expect.stringMatching(/^2:msg_/), 19])
    // The process ends here; the next one knows nothing and begins at the beginning.
    const rest = await portions()
    expect([rest.resealed + half.resealed, rest.unreadable]).toEqual([7 * 8 + 1, 0])
    expect(await portions()).toMatchObject({ resealed: 0, unreadable: 0 })
    expect(await underOldKeys()).toEqual([])
    expect(await readAll(ids)).toBe(before)
    const row = await DB.prepare('SELECT secret FROM webhooks').first<{ secret: string }>()
    expect(await signed(NEW, { webhookId, eventId: 'evt_1', payload: '{}', sealed: row?.secret ?? '' }, NOW)).toHaveProperty('webhook-signature')
  })

  it('overwrites nothing that somebody writes while it runs', async () => {
    const ids = await world(4)
    const said = ids.map(async (id) => {
      const reading = { db: DB, keys: BOTH }
      const found = await caseById(reading, id)
      if (found) await requesterSays(reading, found, { body: `Meanwhile ${id}`, side: 'requester', author: null }, NOW)
      await DB.prepare('UPDATE cases SET requester = ?2 WHERE id = ?1')
        .bind(id, await seal(BOTH, `case ${id}`, JSON.stringify({ name: `New name ${id}`, address: 'x@y.example', organisation: null, job: null })))
        .run()
    })
    await Promise.all([portions(), portions(), ...said])
    expect((await portions()).unreadable).toBe(0)
    const all = await readAll(ids)
    for (const id of ids) expect([all.includes(`Meanwhile ${id}`), all.includes(`New name ${id}`)]).toEqual([true, true])
    expect(await underOldKeys()).toEqual([])
    expect(await count('messages')).toBe(8)
  })

  it('counts what no key opens, leaves it as it is, and goes on', async () => {
    const [first = ''] = await world(2)
    await DB.prepare("UPDATE messages SET body = 'k7.AAAA.AAAA' WHERE case_id = ?").bind(first).run()
    const { objects } = await bucket.list({ limit: 1 })
    await bucket.put(objects[0]?.key ?? '', await sealBytes(READING.keys, 'elsewhere', bytes('x')))
    expect(await portions()).toMatchObject({ resealed: 14, unreadable: 2 })
    expect(await DB.prepare('SELECT body FROM messages WHERE case_id = ?').bind(first).first()).toEqual({ body: 'k7.AAAA.AAAA' })
  })

  it('brings no file back that was deleted meanwhile', async () => {
    await world(1)
    const deleting = { ...bucket, get: bucket.get.bind(bucket), put: bucket.put.bind(bucket) } as unknown as R2Bucket
    const get = bucket.get.bind(bucket) as R2Bucket['get']
    deleting.get = (async (key: string, options?: R2GetOptions) => {
      const object = options === undefined ? await get(key) : await get(key, options)
      const kept = object && {
        etag: object.etag,
        arrayBuffer: (
          (whole) => () =>
            Promise.resolve(whole)
        )(await object.arrayBuffer()),
      }
      if (options === undefined) await bucket.delete(key)
      return kept
    }) as unknown as R2Bucket['get']
    await reseal({ ...store, bucket: deleting }, `${SEALED_COLUMNS.length}:`)
    expect((await bucket.list()).objects).toEqual([])
  })

  it('begins at the beginning when it is told nonsense', async () => {
    await world(1)
    for (const from of ["0:' OR 1", 'x', '99999:', '']) expect((await reseal(store, from)).next, from).toBe('1:')
  })
})
