import { beforeEach, describe, expect, it } from 'vitest'
import { readerById, readerKeyOf } from '../readers/reader.ts'
import { askDesk, staff } from '../testing/composing.ts'
import { count, DAY, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'
import { consequences } from '../feedback/consequences.ts'
import { feedbackRow } from '../feedback/feedback.ts'
import { suppressionOf } from './find-suppressions.ts'
import { suppressRow } from './suppress.ts'

const PATH = '/console/newsletter/suppressions'
const [ANNA, BO] = [staff('secretariat-officer', 1), staff('secretariat-officer', 2)]
const suppress = async (address: string, over: Partial<Parameters<typeof suppressRow>[1]> = {}, at = NOW) => {
  const addressKey = await readerKeyOf(DESK, address)
  await suppressRow(DB, { addressKey, reason: 'hard', source: 'smtp', ...over }, at).run()
  return addressKey
}

beforeEach(emptyAll)

describe('the list', () => {
  it('says why, since when and until when; the address only while it is a reader’s', async () => {
    const reader = await subscribed('anna@min.example')
    await suppress('anna@min.example', { reason: 'soft', expiresAt: NOW + DAY })
    await suppress('unknown@min.example', { reason: 'complaint', source: 'provider' })
    await suppress('past@min.example', { expiresAt: NOW - 1 }, NOW - DAY)
    const text = await (await askDesk(PATH)).text()
    for (const words of [
      'anna@min.example',
      `people/${reader.id}`,
      'refused again and again',
      'until',
      'Address not on file',
      'reported us as spam',
      'told by the mail provider',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/unknown@|past@/)
    expect((await (await askDesk(`${PATH}?list=over`)).text()).match(/<tr>/g)).toHaveLength(2)
    expect((await (await askDesk(`${PATH}?reason=complaint`)).text()).match(/<tr>/g)).toHaveLength(2)
    expect(await (await askDesk(`${PATH}?list=asked`)).text()).toContain('No address here')
  })

  it('is paged, each once', async () => {
    await DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
       INSERT INTO suppressions (address_key, reason, source, at) SELECT printf('%064x', i), 'hard', 'smtp', ?1 + i / 30 FROM n`,
    )
      .bind(NOW)
      .run()
    const seen: string[] = []
    for (let path: string | undefined = PATH; path !== undefined;) {
      const text = await (await askDesk(path)).text()
      seen.push(...[...text.matchAll(/name="key" value="([0-9a-f]{64})"/g)].map(([, key]) => key ?? ''))
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })

  it('finds an address of which only the hash is there, and puts one on it that is nobody’s', async () => {
    await suppress('gone@min.example')
    expect(await (await askDesk(PATH, { form: { address: 'Gone@min.example', do: 'find' } })).text()).toContain('the mailbox does not exist')
    expect(await (await askDesk(PATH, { form: { address: 'new@min.example', do: 'find' } })).text()).toContain('This address is not suppressed')
    expect((await askDesk(PATH, { form: { address: 'new@min.example', suppression: '', do: 'suppress' } })).status).toBe(422)
    expect((await askDesk(PATH, { form: { address: 'new@min.example', suppression: 'objection', do: 'suppress' } })).status).toBe(303)
    expect((await askDesk(PATH, { form: { address: 'new@min.example', suppression: 'hard', do: 'suppress' } })).status).toBe(409)
    expect((await suppressionOf(DB, await readerKeyOf(DESK, 'new@min.example')))?.reason).toBe('objection')
    expect(JSON.stringify((await DB.prepare('SELECT * FROM audit').all()).results)).not.toContain('new@')
  })
})

describe('lifting', () => {
  it('takes two people and a fresh proof of the second; it brings nobody back', async () => {
    const reader = await subscribed()
    await DB.prepare("UPDATE subscribers SET state = 'withdrawn'").run()
    const key = await suppress('anna@min.example')
    const act = (who: typeof ANNA, form: Record<string, string>) => askDesk(PATH, { who, form: { key, ...form } })
    expect((await act(BO, { do: 'lift' })).status).toBe(409)
    expect((await act(ANNA, { reason: 'because', do: 'ask' })).status).toBe(400)
    expect((await act(ANNA, { reason: 'mailbox-works', do: 'ask' })).status).toBe(303)
    expect((await act(BO, { reason: 'mistake', do: 'ask' })).status).toBe(409)
    expect(await (await askDesk(`${PATH}?list=asked`, { who: BO })).text()).toContain('Person 1 asks to lift it: Mails arrive there again')
    expect((await act(ANNA, { do: 'lift' })).status).toBe(403)
    const stale = { ...BO, assertedAt: NOW - DAY, provedAt: NOW - DAY }
    expect((await act(stale, { do: 'lift' })).headers.get('location')).toContain('/account/step-up')
    expect(await count('suppressions', 'lifted_at IS NOT NULL')).toBe(0)
    const presses = await Promise.all(Array.from({ length: 5 }, () => act(BO, { do: 'lift' })))
    expect(presses.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await suppressionOf(DB, key)).toMatchObject({ liftedAt: NOW, liftedBy: `${ANNA.personId} ${BO.personId}` })
    expect((await readerById(DB, reader.id))?.state).toBe('withdrawn')
    expect(await count('audit', "action LIKE 'suppression.%'")).toBe(2)
    expect(await (await askDesk(`${PATH}?list=over`)).text()).toContain('lifted by Person 1 and Person 2')
  })

  it('is refused or taken back by anybody, and asked anew; a new bounce ends what was asked before', async () => {
    const key = await suppress('anna@min.example')
    const act = (who: typeof ANNA, form: Record<string, string>) => askDesk(PATH, { who, form: { key, ...form } })
    await act(ANNA, { reason: 'mistake', do: 'ask' })
    expect((await act(ANNA, { do: 'refuse' })).status).toBe(303)
    expect((await act(ANNA, { do: 'refuse' })).status).toBe(409)
    await act(BO, { reason: 'asked', do: 'ask' })
    await act(ANNA, { do: 'lift' })
    await suppress('anna@min.example', { reason: 'complaint' }, NOW + DAY)
    expect(await suppressionOf(DB, key)).toMatchObject({ reason: 'complaint', liftedAt: null, liftedBy: null, liftAskedBy: null, liftReason: null })
  })

  it('counts no half of an earlier time: after a relapse two people are needed again, however the relapse was heard', async () => {
    const key = await suppress('anna@min.example')
    const act = (who: typeof ANNA, form: Record<string, string>, now?: number) =>
      askDesk(PATH, { who, form: { key, ...form }, ...(now === undefined ? {} : { now }) })
    const relapse = async (kind: 'hard' | 'complaint', at: number) => {
      await feedbackRow(DB, { id: `fbk_${kind}`, eventKey: kind, campaignId: 'cmp_x', addressKey: key, kind, code: null, source: 'mail', at }).run()
      await DB.batch(consequences(DB, [`fbk_${kind}`], at))
    }
    await act(ANNA, { reason: 'mistake', do: 'ask' })
    await act(BO, { do: 'lift' })
    expect((await suppressionOf(DB, key))?.liftedAt).toBe(NOW)
    await relapse('hard', NOW + 1000)
    expect(await suppressionOf(DB, key)).toMatchObject({ reason: 'hard', liftedAt: null, liftAskedBy: null, liftAskedAt: null, liftReason: null })
    expect((await act(BO, { do: 'lift' }, NOW + 2000)).status).toBe(409)
    await act(ANNA, { reason: 'mistake', do: 'ask' }, NOW + 2000)
    await relapse('complaint', NOW + 3000)
    expect((await act(BO, { do: 'lift' }, NOW + 4000)).status).toBe(409)
    expect(await suppressionOf(DB, key)).toMatchObject({ reason: 'complaint', liftedAt: null })
    // Whatever the row says: an ask from before the row came to be is worth nothing.
    await DB.prepare("UPDATE suppressions SET lift_asked_by = 'per_x', lift_asked_at = at - 1, lift_reason = 'mistake'").run()
    expect((await act(BO, { do: 'lift' }, NOW + 4000)).status).toBe(409)
  })

  it('waits seven days for the second person, and then somebody asks anew', async () => {
    const key = await suppress('anna@min.example')
    const act = (who: typeof ANNA, form: Record<string, string>, now: number) =>
      askDesk(PATH, { who: { ...who, assertedAt: now, provedAt: now }, form: { key, ...form }, now })
    await act(ANNA, { reason: 'mistake', do: 'ask' }, NOW)
    expect((await act(BO, { do: 'lift' }, NOW + 7 * DAY)).status).toBe(409)
    expect(await (await askDesk(`${PATH}?list=asked`, { now: NOW + 7 * DAY })).text()).toContain('No address here')
    expect((await act(BO, { reason: 'asked', do: 'ask' }, NOW + 7 * DAY)).status).toBe(303)
    expect((await act(BO, { do: 'lift' }, NOW + 7 * DAY)).status).toBe(403)
    expect((await act(ANNA, { do: 'lift' }, NOW + 7 * DAY)).status).toBe(303)
    expect(await suppressionOf(DB, key)).toMatchObject({ liftedBy: `${BO.personId} ${ANNA.personId}` })
  })

  it('is done by the owner, who confirms again, and by nothing else of theirs', async () => {
    const key = await suppress('anna@min.example', { reason: 'complaint' })
    await subscribed('anna@min.example')
    expect(await suppressionOf(DB, key)).toMatchObject({ liftedBy: 'opt-in' })
    expect(await (await askDesk(`${PATH}?list=over`)).text()).toContain('lifted by the owner')
  })
})
