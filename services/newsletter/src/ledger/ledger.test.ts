import { fingerprint } from '@stem/jobs/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { linkQuery } from '../readers/links.ts'
import { readerById, type Reader } from '../readers/reader.ts'
import { consentText } from '../subscribe/consent-text.ts'
import { againstTriggers, ask, DAY, DB, DESK, emptyAll, linkIn, NOW, post, subscribed } from '../testing/reading.ts'
import { verifyConsents } from './verify-consents.ts'

type Line = { kind: string; detail: Record<string, unknown> }
const lines = async (): Promise<Line[]> =>
  (await DB.prepare('SELECT kind, detail FROM consents ORDER BY seq').all<{ kind: string; detail: string }>()).results.map(({ kind, detail }) => ({
    kind,
    detail: JSON.parse(detail) as Line['detail'],
  }))
const to = async (reader: Reader, path = '') => `/newsletter/preferences${path}?${await linkQuery(DESK, 'preferences', reader)}`

beforeEach(emptyAll)

describe('the ledger', () => {
  it('has an entry for each change, with version and hash of the words beside its button, and the words can be shown again', async () => {
    const reader = await subscribed()
    const wish = { 'topic-data': 'yes', 'country-GR': 'yes', frequency: 'monthly', language: 'fr', version: '1', do: 'save' }
    const page = await (await ask(await to(reader), { locale: 'el' })).text()
    expect(page).toContain(consentText('el'))
    await ask(await to(reader), { form: wish, locale: 'el' })
    await ask(await to(reader, '/pause'), { form: { months: '3' }, locale: 'fr' })
    await ask(await to(reader, '/pause'), { form: { months: '0' } })
    await ask(await to(reader, '/address'), { form: { address: 'anna@new.example' }, now: NOW + DAY })
    for (const mail of await post(NOW + DAY)) {
      const link = linkIn(mail).replace(/^\/fr/, '')
      expect(await (await ask(link, { now: NOW + DAY, locale: 'el' })).text()).toContain(consentText('el'))
      await ask(link, { form: { do: 'agree' }, now: NOW + DAY, locale: 'el' })
    }
    expect((await readerById(DB, reader.id))?.address).toBe('anna@new.example')
    const [el, fr, en] = await Promise.all(
      (['el', 'fr', 'en'] as const).map(async (textLocale) => ({
        textId: 'newsletter-1',
        textHash: await fingerprint(consentText(textLocale)),
        textLocale,
      })),
    )
    expect((await lines()).slice(2)).toMatchObject([
      { kind: 'changed', detail: { topics: ['data'], countries: ['GR'], frequency: 'monthly', locale: 'fr', way: 'preferences', ...el } },
      { kind: 'paused', detail: { way: 'preferences', until: expect.any(Number), ...fr } },
      { kind: 'resumed', detail: { way: 'preferences', until: null, ...en } },
      { kind: 'changed', detail: { way: 'address', to: expect.any(String), ...el } },
      { kind: 'confirmed', detail: { how: 'address', from: reader.addressKey, ...el } },
    ])
    const kept = await DB.prepare('SELECT hash, words FROM consent_texts').all<{ hash: string; words: string }>()
    const named = new Set((await lines()).flatMap(({ detail }) => (typeof detail['textHash'] === 'string' ? [detail['textHash']] : [])))
    expect(new Set(kept.results.map(({ hash }) => hash))).toEqual(named)
    for (const { hash, words } of kept.results) expect(await fingerprint(words)).toBe(hash)
  })

  it('says of a program that it showed nothing of ours', async () => {
    const reader = await subscribed()
    const authorization = `Bearer ${[reader.id, new URLSearchParams(await linkQuery(DESK, 'preferences', reader)).get('token')].join('.')}`
    const body = JSON.stringify({ topics: ['data'], version: 1 })
    const answer = await ask('/api/v1/newsletter/preferences', { method: 'PATCH', type: 'application/json', body, headers: { authorization } })
    expect(answer.status).toBe(200)
    expect((await lines()).at(-1)).toMatchObject({ kind: 'changed', detail: { way: 'api', textId: null, textHash: null } })
  })

  it('is only added to: the database refuses everything else', async () => {
    await subscribed()
    for (const sql of [
      "UPDATE consents SET kind = 'withdrawn'",
      'UPDATE consents SET detail = detail',
      'DELETE FROM consents WHERE seq = 1',
      "UPDATE consent_texts SET words = 'x'",
      "REPLACE INTO consents SELECT seq, at, kind, address_key, subscriber_id, '{}', previous, hash FROM consents WHERE seq = 1",
    ])
      await expect(DB.prepare(sql).run(), sql).rejects.toThrow(/only added to|never change|UNIQUE constraint/)
    expect(await verifyConsents(DESK)).toEqual({ checked: 2, broken: null })
  })

  it.each([
    ['an entry that was changed', "UPDATE consents SET detail = json_set(detail, '$.frequency', 'monthly') WHERE seq = 2", 2],
    ['one whose date was', 'UPDATE consents SET at = at - 1 WHERE seq = 3', 3],
    ['one that was changed with its own hash', "UPDATE consents SET kind = 'requested', hash = hex(randomblob(32)) WHERE seq = 2", 2],
    ['one that is gone', 'DELETE FROM consents WHERE seq = 2', 3],
  ])('shows %s by its chain', async (_, sql, broken) => {
    await subscribed()
    await subscribed('bo@min.example')
    await againstTriggers(DB.prepare(sql))
    expect(await verifyConsents(DESK)).toMatchObject({ broken })
  })
})
