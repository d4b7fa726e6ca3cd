import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { linkQuery, UNDO_LIFE } from '../readers/links.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { leave } from './leave.ts'
import { readerById } from '../readers/reader.ts'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { ask, count, DAY, DB, DESK, emptyAll, HOUR, linkIn, NOW, post, subscribed } from '../testing/reading.ts'

beforeEach(emptyAll)

const CAMPAIGN = `cmp_${'0'.repeat(26)}`
const MULTIPART = '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
const stateOf = async (id: string) => (await readerById(DB, id))?.state

describe('leaving', () => {
  it.each([
    ['urlencoded', 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
    ['multipart', MULTIPART, 'multipart/form-data; boundary=b'],
    ['empty', '', ''],
  ])('by a mail program with a body that is %s: answers 200 without redirect or cookie, however often', async (_, body, type) => {
    const reader = await subscribed()
    const path = `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader, { campaign: CAMPAIGN })}`
    for (let times = 0; times < 3; times++) {
      const answer = await ask(path, { method: 'POST', body, type })
      expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([200, null, null])
    }
    expect([await stateOf(reader.id), await count('consents', "kind = 'withdrawn'")]).toEqual(['withdrawn', 1])
    const entry = await DB.prepare("SELECT detail FROM consents WHERE kind = 'withdrawn'").first<{ detail: string }>()
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ way: 'one-click', campaign: CAMPAIGN, by: 'reader' })
  })

  const undoIn = (text: string) => (/action="([^"]+undo[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')
  const pressUndo = (undo: string, now: number) => ask(undo, { form: { do: 'undo' }, now })

  it('by the page needs the button, and can be undone for half an hour', async () => {
    const reader = await subscribed()
    const path = `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader)}`
    expect((await ask(path)).status).toBe(200)
    expect(await stateOf(reader.id)).toBe('active')
    const undo = undoIn(await (await ask(path, { form: { do: 'leave' } })).text())
    expect((await pressUndo(undo, NOW + UNDO_LIFE + 1)).status).toBe(410)
    expect(await stateOf(reader.id)).toBe('withdrawn')
    expect((await pressUndo(undo, NOW + UNDO_LIFE - 1)).status).toBe(200)
    expect(await stateOf(reader.id)).toBe('active')
    const entry = await DB.prepare("SELECT detail FROM consents WHERE kind = 'resumed'").first<{ detail: string }>()
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ way: 'undo', leftAt: NOW })
  })

  it('is undone once: neither looking nor leaving again makes the button last longer', async () => {
    const reader = await subscribed()
    const path = `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader)}`
    const undo = undoIn(await (await ask(path, { form: { do: 'leave' } })).text())
    for (const asked of [{ now: NOW + UNDO_LIFE - 1000 }, { now: NOW + UNDO_LIFE - 1000, form: { do: 'leave' } }])
      expect(undoIn(await (await ask(path, asked)).text())).toBe(undo)
    expect(undoIn(await (await ask(path, { now: NOW + UNDO_LIFE + 1000 })).text())).toBe('')
    expect((await pressUndo(undo, NOW + 1000)).status).toBe(200)
    const second = undoIn(await (await ask(path, { form: { do: 'leave' }, now: NOW + 2000 })).text())
    expect(second).not.toBe(undo)
    expect((await pressUndo(undo, NOW + 3000)).status).toBe(410)
    expect(await stateOf(reader.id)).toBe('withdrawn')
    expect(await count('consents', "kind = 'resumed'")).toBe(1)
  })

  it('brings back a break as it was, and nobody whom somebody else took off or who is suppressed', async () => {
    const reader = await subscribed()
    await ask(`/newsletter/preferences/pause?${await linkQuery(DESK, 'preferences', reader)}`, { form: { months: '3' } })
    const path = `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader)}`
    const before = await readerById(DB, reader.id)
    await pressUndo(undoIn(await (await ask(path, { form: { do: 'leave' } })).text()), NOW + 1000)
    expect(await readerById(DB, reader.id)).toMatchObject({ state: 'paused', pausedUntil: before?.pausedUntil })
    await leave(DESK, reader, { way: 'staff', campaign: null, staff: { personId: 'per_x', reason: 'misuse' } }, NOW + 2000)
    expect(undoIn(await (await ask(path, { now: NOW + 3000 })).text())).toBe('')
    const undo = await linkQuery(DESK, 'undo', reader, { until: NOW + 2000 + UNDO_LIFE })
    expect((await pressUndo(`/newsletter/unsubscribe/undo?${undo}`, NOW + 3000)).status).toBe(410)
    const bo = await subscribed('bo@min.example')
    const left = await (await ask(`/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', bo)}`, { form: { do: 'leave' } })).text()
    await suppressRow(DB, { addressKey: bo.addressKey, reason: 'complaint', source: 'mail' }, NOW).run()
    expect((await pressUndo(undoIn(left), NOW + 1000)).status).toBe(410)
    expect([await stateOf(reader.id), await stateOf(bo.id)]).toEqual(['withdrawn', 'withdrawn'])
  })

  it('stops what waits in a running campaign at once', async () => {
    const reader = await subscribed()
    await DB.prepare(
      "INSERT INTO deliveries (campaign_id, subscriber_id, address_key, domain, locale, state, next_at) VALUES (?, ?, ?, 'min.example', 'en', 'pending', 0)",
    )
      .bind(CAMPAIGN, reader.id, reader.addressKey)
      .run()
    await ask(`/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader)}`, { form: { do: 'leave' } })
    expect(await DB.prepare('SELECT state, why FROM deliveries').first()).toEqual({ state: 'cancelled', why: 'left' })
  })
})

describe('a token', () => {
  it('opens nothing but what it is for, and no other reader', async () => {
    const [anna, ben] = [await subscribed(), await subscribed('ben@min.example')]
    const purposes = ['preferences', 'unsubscribe', 'data', 'undo'] as const
    const paths = { preferences: '/newsletter/preferences', unsubscribe: '/newsletter/unsubscribe', data: '/newsletter/data' }
    for (const purpose of purposes) {
      const query = await linkQuery(DESK, purpose, anna, purpose === 'data' || purpose === 'undo' ? { until: NOW + HOUR } : {})
      for (const [name, path] of Object.entries(paths))
        expect([purpose, name, (await ask(`${path}?${query}`)).status]).toEqual([purpose, name, purpose === name ? 200 : 410])
      expect((await ask(`${paths.preferences}?${query.replace(anna.id, ben.id)}`)).status).toBe(410)
      if (purpose === 'data') expect((await ask(`${paths.data}?${query.replace(/until=\d+/, `until=${NOW + 10 * DAY}`)}`)).status).toBe(410)
    }
  })

  it('changes nothing when looked at', async () => {
    const reader = await subscribed()
    const digest = async () =>
      JSON.stringify(
        await DB.batch(['subscribers', 'consents', 'mails'].map((table) => DB.prepare(`SELECT * FROM ${table}`))).then((all) =>
          all.map(({ results }) => results),
        ),
      )
    const before = await digest()
    for (const purpose of ['preferences', 'unsubscribe', 'data'] as const)
      await ask(`/newsletter/${purpose}?${await linkQuery(DESK, purpose, reader, purpose === 'data' ? { until: NOW + HOUR } : {})}`)
    expect(await digest()).toBe(before)
  })
})

describe('preferences', () => {
  const save = async (reader: Awaited<ReturnType<typeof subscribed>>, over: Record<string, string> = {}) =>
    ask(`/newsletter/preferences?${await linkQuery(DESK, 'preferences', reader)}`, {
      form: { 'topic-data': 'yes', frequency: 'monthly', language: 'el', version: String(reader.version), do: 'save', ...over },
    })

  it('are saved with an entry of the ledger, and not over a newer choice', async () => {
    const reader = await subscribed()
    expect((await save(reader)).status).toBe(303)
    expect(await readerById(DB, reader.id)).toMatchObject({ topics: ['data'], countries: [], frequency: 'monthly', locale: 'el' })
    const stale = await save(reader, { 'topic-gender': 'yes' })
    expect([stale.status, /name="topic-gender"[^>]*checked/.test(await stale.text())]).toEqual([409, true])
    expect((await save(reader, { 'topic-data': '', version: '2' })).status).toBe(422)
    expect(await count('consents', "kind = 'changed'")).toBe(1)
  })

  it('pause for some months, and end by themselves', async () => {
    const reader = await subscribed()
    await ask(`/newsletter/preferences/pause?${await linkQuery(DESK, 'preferences', reader)}`, { form: { months: '1' } })
    expect(await stateOf(reader.id)).toBe('paused')
    await keepHouse(DESK, NOW + 29 * DAY)
    expect(await stateOf(reader.id)).toBe('paused')
    await keepHouse(DESK, NOW + 31 * DAY)
    expect(await stateOf(reader.id)).toBe('active')
  })

  it('lead to the own data by a mail to the address itself, at most one an hour', async () => {
    const reader = await subscribed()
    for (let times = 0; times < 3; times++) await ask(`/newsletter/preferences/data?${await linkQuery(DESK, 'preferences', reader)}`, { form: { x: '1' } })
    const mails = await post()
    expect(mails.map(({ to }) => to)).toEqual(['anna@min.example'])
    const path = linkIn(mails[0])
    const exported = await (await ask(path, { form: { do: 'export' } })).json<{ subscription: object; consents: object[] }>()
    expect(exported).toMatchObject({
      subscription: { address: 'anna@min.example', topics: ['policy', 'events'] },
      consents: [{ kind: 'requested' }, { kind: 'confirmed' }],
    })
    expect((await ask(path, { form: { do: 'erase' } })).status).toBe(200)
    const everything = await DB.batch(
      ['subscribers', 'opt_ins', 'consents', 'suppressions', 'mails', 'deliveries'].map((table) => DB.prepare(`SELECT * FROM ${table}`)),
    )
    expect(JSON.stringify(everything.map(({ results }) => results))).not.toContain('anna@')
    expect([await stateOf(reader.id), await count('suppressions')]).toEqual(['erased', 1])
    expect((await ask(path)).status).toBe(410)
  })

  it('send a new link to a reader, and the same answer to everybody', async () => {
    await subscribed()
    const answers = []
    for (const address of ['anna@min.example', 'nobody@min.example']) {
      const answer = await ask('/newsletter/link', { form: { address } })
      answers.push(`${answer.status} ${answer.headers.get('location')}`)
    }
    expect(new Set(answers).size).toBe(1)
    const mails = await post()
    expect(mails.map(({ to }) => to)).toEqual(['anna@min.example'])
    expect((await ask(linkIn(mails[0]))).status).toBe(200)
  })

  it('are one an hour and three a day, whoever asks for them', async () => {
    await subscribed()
    const sent: number[] = []
    for (const hours of [0, 0.5, 1, 2, 3, 12, 23.9, 24, 24.5]) {
      const now = NOW + hours * HOUR
      const answer = await ask('/newsletter/link', { form: { address: 'anna@min.example' }, now, network: `192.0.2.${Math.round(hours)}` })
      expect(answer.headers.get('location')).toContain('/newsletter/link/sent')
      sent.push((await count('mails', "kind = 'link'")) ?? 0)
    }
    expect(sent).toEqual([1, 1, 2, 3, 3, 3, 3, 4, 4])
  })
})

describe('the machine of a subscription', () => {
  it('holds for any order of acts: no state without its entry, a chain that is whole', async () => {
    const act = fc.constantFrom('leave', 'undo', 'pause', 'resume', 'change', 'subscribe', 'erase')
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 7 }), async (acts) => {
        await emptyAll()
        const { id } = await subscribed()
        // The model: what a person with a sheet of paper would keep.
        let [state, before, now, leftAt] = ['active', 'active', NOW, -Infinity]
        for (const one of acts) {
          now += one === 'undo' ? UNDO_LIFE / 3 : 2 * DAY
          const reader = await readerById(DB, id)
          if (!reader) throw new Error('no reader')
          const query = (purpose: 'preferences' | 'unsubscribe' | 'undo' | 'data') =>
            linkQuery(
              DESK,
              purpose,
              reader,
              purpose === 'data' ? { until: now + HOUR } : purpose === 'undo' ? { until: (reader.endedAt ?? now) + UNDO_LIFE } : {},
            )
          const listening = state === 'active' || state === 'paused'
          if (one === 'leave') await ask(`/newsletter/unsubscribe?${await query('unsubscribe')}`, { form: { do: 'leave' }, now })
          if (one === 'undo') await ask(`/newsletter/unsubscribe/undo?${await query('undo')}`, { form: { do: 'undo' }, now })
          if (one === 'pause') await ask(`/newsletter/preferences/pause?${await query('preferences')}`, { form: { months: '6' }, now })
          if (one === 'resume') await ask(`/newsletter/preferences/pause?${await query('preferences')}`, { form: { months: '0' }, now })
          if (one === 'change')
            await ask(`/newsletter/preferences?${await query('preferences')}`, {
              form: { 'topic-data': 'yes', frequency: 'each', language: 'en', version: String(reader.version), do: 'save' },
              now,
            })
          if (one === 'erase') await ask(`/newsletter/data?${await query('data')}`, { form: { do: 'erase' }, now })
          // More often than the limits of mails allow: those are not the matter here.
          await DB.prepare('DELETE FROM turns').run()
          if (one === 'subscribe') await subscribed('anna@min.example', {}, now)
          const next: Record<string, string> = {
            leave: listening ? 'withdrawn' : state,
            undo: state === 'withdrawn' && now - leftAt <= UNDO_LIFE ? before : state,
            pause: listening ? 'paused' : state,
            resume: listening ? 'active' : state,
            change: state,
            erase: 'erased',
            subscribe: 'active',
          }
          if (one === 'leave' && listening) [before, leftAt] = [state, now]
          state = next[one] ?? state
          expect(await stateOf(id)).toBe(state)
        }
        expect((await verifyConsents(DESK)).broken).toBeNull()
        expect(await count('consents')).toBeGreaterThanOrEqual(2)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
