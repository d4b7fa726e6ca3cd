import { beforeEach, describe, expect, it } from 'vitest'
import { forgetFeedback } from './forget-feedback.ts'
import { ANNA, readers, released, runningWith, runOut, serverOf, staff } from '../testing/campaigning.ts'
import { ask, count, DAY, DB, emptyAll, HOUR, NOW } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { readerById } from '../readers/reader.ts'
import type { FeedbackKind } from './feedback.ts'
import { hear } from './hear.ts'
import { reportOf } from './report.ts'
import { undoFeedback } from './undo-feedback.ts'

let id: string
const readerId = (n: number) => `sub_${String(n).padStart(26, '0')}`
const say = (n: number, kind: FeedbackKind, code: string | null = null, event = `${n}${kind}`) =>
  hear(
    { db: DB },
    { campaignId: id, readerId: readerId(n), addressKey: `key${n}` },
    { kind, code, eventKey: event, source: 'mail', at: NOW + HOUR },
    NOW + HOUR,
  )

// Thirty readers, so that two domains have ten and more, and one domain has one.
beforeEach(async () => {
  await emptyAll()
  await readers(30, { domains: 2 })
  await DB.prepare("UPDATE subscribers SET domain = 'alone.example', address = 'r30@alone.example' WHERE id = ?").bind(readerId(30)).run()
  id = await released()
  const refused = { outcome: 'refused', why: '550', failure: { kind: 'hard', code: '5.1.1' } } as const
  await runOut(runningWith(serverOf(({ to }) => (to.startsWith('r1@') ? refused : { outcome: 'sent', reference: 'r' })).transport), id)
})

describe('the report of a campaign', () => {
  it('counts each reader once in each kind, and leaves out what was undone', async () => {
    await say(2, 'soft', '5.2.2')
    await say(2, 'soft', '5.2.2', 'again')
    await say(3, 'soft', '4.4.7')
    await say(4, 'complaint')
    await say(5, 'reply')
    await say(30, 'policy', '5.7.1')
    await say(6, 'block')
    const { results } = await DB.prepare("SELECT id FROM feedback WHERE kind = 'block'").all<{ id: string }>()
    await undoFeedback({ db: DB }, { id: results[0]?.id ?? '', who: 'per_anna' }, NOW + HOUR)
    const reader = await readerById(DB, readerId(7))
    if (reader) await leave({ db: DB }, reader, { way: 'one-click', campaign: id }, NOW + HOUR)
    expect(await reportOf(DB, id)).toEqual({
      accepted: 29,
      rejected: 1,
      unknown: 0,
      delivered: null,
      heard: { hard: 1, soft: 2, complaint: 1, reply: 1, policy: 1 },
      codes: [
        { kind: 'hard', code: '5.1.1', n: 1 },
        { kind: 'policy', code: '5.7.1', n: 1 },
        { kind: 'soft', code: '4.4.7', n: 1 },
        { kind: 'soft', code: '5.2.2', n: 1 },
      ],
      // One mail went to the third domain: it is not named.
      domains: [
        { domain: 'd1.example', mails: 15, failed: 2 },
        { domain: 'd0.example', mails: 14, failed: 1 },
      ],
      left: 1,
      links: [],
    })
  })

  it('tells what arrived when somebody told', async () => {
    await DB.prepare("UPDATE deliveries SET heard = 'delivered' WHERE state = 'accepted' AND subscriber_id <> ?").bind(readerId(30)).run()
    await say(5, 'reply')
    expect((await reportOf(DB, id)).delivered).toBe(28)
  })

  it('is a page for the secretariat, in every language, and a file', async () => {
    await say(2, 'soft', '5.2.2')
    for (const [locale, words] of [
      ['en', 'No such mailbox'],
      ['fr', 'Boîte inexistante'],
      ['el', 'Ανύπαρκτο γραμματοκιβώτιο'],
    ] as const) {
      const page = await ask(`/console/newsletter/${id}/report`, { who: ANNA, locale })
      expect(page.status).toBe(200)
      const html = await page.text()
      expect(html).toContain(words)
      expect(html).toContain('5.2.2: 1')
      expect(html).not.toContain('alone.example')
    }
    const csv = await ask(`/console/newsletter/${id}/report.csv`, { who: ANNA })
    expect(csv.headers.get('content-disposition')).toContain('attachment')
    expect(await csv.text()).toContain('soft by code,5.2.2,1\r\n')
  })

  it.each(['report', 'report.csv'])('%s is for nobody else', async (what) => {
    const stranger = staff('per_eve', { roles: [{ role: 'organisation-admin', scope: 'organisation:org_1' }] })
    expect((await ask(`/console/newsletter/${id}/${what}`, { who: stranger })).status).toBe(404)
    expect((await ask(`/console/newsletter/${id}/${what}`)).status).toBe(303)
    expect((await ask(`/console/newsletter/cmp_${'9'.repeat(26)}/${what}`, { who: ANNA })).status).toBe(404)
  })
})

it('no cell of the file can be run as a formula', async () => {
  await say(2, 'soft', '=HYPERLINK("https://evil.example")')
  const text = await (await ask(`/console/newsletter/${id}/report.csv`, { who: ANNA })).text()
  expect(text).toContain(`"'=HYPERLINK`)
  expect(text.replace('\uFEFF', '')).not.toMatch(/(^|,|\n)"?[=+@\t-]/)
})

it('what was heard is forgotten after two years', async () => {
  await say(2, 'soft')
  const before = await count('feedback')
  await forgetFeedback(DB, NOW + 729 * DAY).run()
  expect(await count('feedback')).toBe(before)
  await forgetFeedback(DB, NOW + 731 * DAY).run()
  expect(await count('feedback')).toBe(0)
})
