import { beforeEach, describe, expect, it } from 'vitest'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerById } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { readers, released, runOut, runningWith, serverOf } from '../testing/campaigning.ts'
import { askDesk, staff } from '../testing/composing.ts'
import { count, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'
import { filterOf, findReaders } from './find-readers.ts'

const PATH = '/console/newsletter/people'
const auditOf = async () =>
  (await DB.prepare('SELECT actor, action, object, detail FROM audit ORDER BY seq').all<{ actor: string; action: string; object: string; detail: string }>())
    .results

beforeEach(emptyAll)

describe('readers in the console', () => {
  it('are for the secretariat alone', async () => {
    const { id } = await subscribed()
    for (const path of [PATH, `${PATH}/${id}`, '/console/newsletter/suppressions']) {
      for (const role of ['organisation-manager', 'platform-manager', 'auditor']) expect((await askDesk(path, { who: staff(role) })).status).toBe(404)
      expect((await askDesk(path, { who: null })).status).toBe(303)
      expect((await askDesk(path, { who: staff(), locale: 'el' })).status).toBe(200)
    }
  })

  it('are found by the whole address in any spelling, which never stands in the address of a page', async () => {
    const { id } = await subscribed('anna@min.example')
    const found = await askDesk(PATH, { form: { address: 'ANNA@Min.example', do: 'find' } })
    expect([found.status, found.headers.get('location')]).toEqual([303, `${PATH}/${id}`])
    const nobody = await askDesk(PATH, { form: { address: 'bo@min.example', do: 'find' } })
    expect([nobody.status, (await nobody.text()).includes('Nobody subscribed with this address')]).toEqual([200, true])
    const bad = await askDesk(PATH, { form: { address: 'bo@', do: 'find' } })
    expect([bad.status, (await bad.text()).includes('value="bo@"')]).toEqual([422, true])
  })

  it('are listed page by page, everybody once', async () => {
    await readers(120)
    const seen: string[] = []
    for (let path: string | undefined = PATH; path !== undefined;) {
      const text = await (await askDesk(path)).text()
      expect(text).toContain('120 readers')
      seen.push(...[...text.matchAll(/people\/(sub_[0-9a-z]{26})"/g)].map(([, id]) => id ?? ''))
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })

  it('are narrowed down by what they chose and where they stand', async () => {
    await subscribed('anna@min.example')
    const bo = await subscribed('bo@min.example', { frequency: 'monthly' })
    const cleo = await subscribed('cleo@min.example', { 'topic-policy': '', 'topic-events': '', 'topic-gender': 'yes', 'country-EE': '', 'country-DK': 'yes' })
    const dan = await subscribed('dan@min.example')
    await DB.batch([
      DB.prepare('UPDATE subscribers SET is_member = 1 WHERE id = ?').bind(bo.id),
      DB.prepare("UPDATE subscribers SET state = 'withdrawn' WHERE id = ?").bind(cleo.id),
      suppressRow(DB, { addressKey: dan.addressKey, reason: 'hard', source: 'smtp' }, NOW),
    ])
    const listed = async (query: string) => {
      const { rows, found } = await findReaders(DB, filterOf(new URLSearchParams(query)), '', NOW)
      expect(found).toBe(rows.length)
      return rows.map(({ address }) => address.split('@')[0]).toSorted()
    }
    const cases: [string, string[]][] = [
      ['topic=policy', ['anna', 'bo', 'dan']],
      ['topic=gender', ['cleo']],
      ['country=DK', ['cleo']],
      ['frequency=monthly', ['bo']],
      ['language=fr', []],
      ['who=members', ['bo']],
      ['state=active', ['anna', 'bo']],
      ['state=suppressed', ['dan']],
      ['state=withdrawn', ['cleo']],
      ['state=active&topic=policy&frequency=each', ['anna']],
      ['state=nonsense', ['anna', 'bo', 'cleo', 'dan']],
    ]
    for (const [query, expected] of cases) expect([query, await listed(query)]).toEqual([query, expected])
    expect(await (await askDesk(`${PATH}?language=fr`)).text()).toContain('Nothing matches these filters')
  })

  it('leaves out who was forgotten', async () => {
    const reader = await subscribed()
    await eraseReader(DESK, reader, 'page', NOW)
    expect((await askDesk(`${PATH}/${reader.id}`)).status).toBe(404)
    expect(await (await askDesk(PATH)).text()).toContain('0 readers')
    expect((await askDesk(PATH, { form: { address: 'anna@min.example', do: 'find' } })).status).toBe(200)
  })
})

describe('one reader', () => {
  it('has the whole story: consent, who got which issue and why not, what was heard', async () => {
    const anna = await subscribed('anna@min.example')
    const { transport } = serverOf()
    const got = await released()
    await runOut(runningWith(transport), got)
    await DB.prepare("UPDATE subscribers SET frequency = 'monthly' WHERE id = ?").bind(anna.id).run()
    await subscribed('bo@min.example')
    const missed = await released()
    await runOut(runningWith(transport), missed)
    await DB.prepare(
      "INSERT INTO feedback (id, event_key, campaign_id, address_key, kind, code, source, at) VALUES ('fbk_1', 'e1', ?, ?, 'soft', '4.2.2', 'report', ?)",
    )
      .bind(got, anna.addressKey, NOW)
      .run()
    const text = await (await askDesk(`${PATH}/${anna.id}`)).text()
    for (const words of [
      'Asked for the newsletter',
      'by the button behind the mailed link',
      'accepted',
      'Not among those it was for',
      'Not taken for a time',
      '4.2.2',
    ])
      expect(text).toContain(words)
  })

  it('is not looked at without an entry in the audit that says by whom, once an hour', async () => {
    const { id } = await subscribed()
    for (const number of [1, 1, 2]) await askDesk(`${PATH}/${id}`, { who: staff('secretariat-officer', number) })
    await askDesk(`${PATH}/${id}`, { who: staff('auditor', 3) })
    await askDesk(PATH)
    const looks = (await auditOf()).filter(({ action }) => action === 'reader.looked-at')
    expect(looks.map(({ actor, object }) => [actor, object])).toEqual([1, 2].map((number) => [staff('', number).personId, id]))
  })

  it('is withdrawn by staff with a reason, in ledger and audit, and gets nothing more; nobody can be made active', async () => {
    const reader = await subscribed()
    const here = `${PATH}/${reader.id}`
    expect((await askDesk(here, { form: { withdrawal: '', do: 'withdraw' } })).status).toBe(422)
    expect((await askDesk(here, { form: { state: 'active', do: 'withdraw' } })).status).toBe(400)
    expect((await askDesk(here, { form: { withdrawal: 'asked', do: 'activate' } })).status).toBe(400)
    const id = await released()
    const presses = await Promise.all(Array.from({ length: 5 }, () => askDesk(here, { form: { withdrawal: 'asked', do: 'withdraw' } })))
    expect(presses.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    const { handed, transport } = serverOf()
    await runOut(runningWith(transport), id)
    expect(handed).toEqual([])
    expect((await readerById(DB, reader.id))?.state).toBe('withdrawn')
    const entry = await DB.prepare("SELECT detail FROM consents WHERE kind = 'withdrawn'").first<{ detail: string }>()
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ way: 'staff', campaign: null, by: staff().personId, reason: 'asked' })
    expect((await auditOf()).filter(({ action }) => action === 'reader.withdrawn')).toEqual([
      { actor: staff().personId, action: 'reader.withdrawn', object: reader.id, detail: '{"reason":"asked"}' },
    ])
    expect(await verifyConsents(DESK)).toMatchObject({ broken: null })
    expect(await (await askDesk(here)).text()).toContain('Person 1')
  })

  it('is suppressed with a reason; an objection ends the subscription as well', async () => {
    const [anna, bo] = [await subscribed('anna@min.example'), await subscribed('bo@min.example')]
    expect((await askDesk(`${PATH}/${anna.id}`, { form: { suppression: 'hard', do: 'suppress' } })).status).toBe(303)
    expect((await askDesk(`${PATH}/${bo.id}`, { form: { suppression: 'objection', do: 'suppress' } })).status).toBe(303)
    expect((await askDesk(`${PATH}/${anna.id}`, { form: { suppression: 'hard', do: 'suppress' } })).status).toBe(409)
    expect([(await readerById(DB, anna.id))?.state, (await readerById(DB, bo.id))?.state]).toEqual(['active', 'withdrawn'])
    expect(await count('suppressions', "source = 'console' AND lifted_at IS NULL")).toBe(2)
    expect(await count('consents', "kind = 'objected'")).toBe(1)
    expect((await auditOf()).filter(({ action }) => action === 'address.suppressed')).toHaveLength(2)
    expect(await (await askDesk(`${PATH}/${anna.id}`)).text()).toContain('the mailbox does not exist')
  })
})
