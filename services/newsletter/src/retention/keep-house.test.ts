import { newId } from '@stem/jobs/ids'
import { sweep } from '@stem/jobs/outbox'
import { beforeEach, describe, expect, it } from 'vitest'
import { readers, released, runOut, runningWith, serverOf } from '../testing/campaigning.ts'
import { ask, count, DAY, DB, DESK, emptyAll, NOW, post, subscribed, wishForm } from '../testing/reading.ts'
import { askToChangeAddress } from '../change-address/ask-to-change-address.ts'
import { DELIVERIES_KEPT, keepHouse } from './keep-house.ts'

const YEAR = 365 * DAY
const CAMPAIGN = `cmp_${'1'.repeat(26)}`
const OF_CAMPAIGN = `INSERT INTO campaigns (id, kind, name, state, content, audience, version, author, finished_at, created_at, updated_at)
  VALUES ('${CAMPAIGN}', 'issue', 'x', 'finished', '{}', '{}', 1, 'per_x', ${NOW}, ${NOW}, ${NOW})`
const ended = (how: string) => `INSERT INTO imports (id, state, basis, consented_on, by, rows, cursor, counts, ended_at, created_at, updated_at)
  VALUES ('imp_1', '${how}', 'x', '2026-01-01', 'per_x', 1, 0, '{}', ${how === 'checked' ? 'NULL' : NOW}, ${NOW}, ${NOW})`

/**
 * What becomes of the rows of each table: how long one that nothing happens to is kept at most, or why it is never deleted. `row` writes one at `NOW`.
 */
const RULES: Record<string, { kept: number; row: string[] } | { forGood: string }> = {
  opt_ins: {
    kept: 7 * DAY,
    row: [
      `INSERT INTO opt_ins (id, form_key, purpose, address, address_key, wish, locale, text_id, text_hash, form, asked_at, expires_at)
         VALUES ('opt_1', 'f', 'subscribe', 'a@x.example', 'k', '{}', 'en', 't', 'h', '/', ${NOW}, ${NOW + 7 * DAY})`,
    ],
  },
  address_changes: {
    kept: 7 * DAY,
    row: [
      `INSERT INTO address_changes (id, subscriber_id, address, address_key, asked_at, expires_at) VALUES ('chg_1', 'sub_1', 'a@x.example', 'k', ${NOW}, ${NOW + 7 * DAY})`,
    ],
  },
  deliveries: {
    kept: 2 * YEAR,
    row: [
      OF_CAMPAIGN,
      `INSERT INTO deliveries (campaign_id, subscriber_id, address_key, domain, locale, state, next_at) VALUES ('${CAMPAIGN}', 'sub_1', 'k', 'x.example', 'en', 'accepted', 0)`,
    ],
  },
  link_counts: { kept: 2 * YEAR, row: [OF_CAMPAIGN, `INSERT INTO link_counts (campaign_id, url, n) VALUES ('${CAMPAIGN}', 'https://x.example', 3)`] },
  feedback: {
    kept: 2 * YEAR,
    row: [`INSERT INTO feedback (id, event_key, address_key, kind, source, at) VALUES ('${newId('fbk', NOW)}', 'e', 'k', 'soft', 'smtp', ${NOW})`],
  },
  rates: { kept: 7 * DAY, row: [`INSERT INTO rates (key, tokens, at, per_second, not_before) VALUES ('x.example', 1, ${NOW}, 1, ${NOW})`] },
  suppressions: {
    kept: 120 * DAY,
    row: [`INSERT INTO suppressions (address_key, reason, source, at, expires_at) VALUES ('k', 'soft', 'smtp', ${NOW}, ${NOW + 30 * DAY})`],
  },
  imports: { kept: 130 * DAY, row: [ended('checked')] },
  import_pieces: {
    kept: 30 * DAY,
    row: [ended('checked'), `INSERT INTO import_pieces (import_id, number, text, created_at) VALUES ('imp_1', 0, 'x', ${NOW})`],
  },
  import_rows: { kept: 90 * DAY, row: [ended('applied'), "INSERT INTO import_rows (import_id, number, outcome) VALUES ('imp_1', 1, 'added')"] },
  mails: {
    kept: 90 * DAY,
    row: [`INSERT INTO mails (id, kind, locale, state, next_at, created_at, settled_at) VALUES ('m', 'link', 'en', 'sent', 0, ${NOW}, ${NOW})`],
  },
  turns: { kept: DAY, row: [`INSERT INTO turns (key, since, until, count) VALUES ('k', ${NOW}, ${NOW + DAY}, 1)`] },
  outbox: { kept: 7 * DAY, row: [`INSERT INTO outbox (id, kind, payload, created_at, sent_at) VALUES ('out_1', 'purge', '{}', ${NOW}, ${NOW})`] },
  subscribers: { forGood: 'who left loses the address after three years; keyed hash and dates show that consent was given and ended' },
  consents: { forGood: 'shows consent and its end, without addresses' },
  consent_texts: { forGood: 'words that were shown to everybody' },
  campaigns: { forGood: 'what was sent in public; its numbers' },
  campaign_versions: { forGood: 'who wrote what, by opaque id' },
  digest_runs: { forGood: 'what became of a month, about nobody' },
  member_runs: { forGood: 'one row' },
  instance: { forGood: 'one row' },
  left_log: { forGood: 'one row' },
  audit: { forGood: 'who did what, by opaque id' },
  erased: { forGood: 'never takes up again who was erased, by opaque id' },
}

beforeEach(emptyAll)

const run = async (now: number) => {
  for (let times = 0; times < 3; times++) await keepHouse({ db: DB }, now)
  await sweep(DB, { sendBatch: async () => undefined } as never, now)
}

describe('how long things are kept', () => {
  it('is said of every table there is', async () => {
    const { results } = await DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'd1%'",
    ).all<{ name: string }>()
    expect(results.map(({ name }) => name).toSorted()).toEqual(Object.keys(RULES).toSorted())
  })

  const timed = Object.entries(RULES).flatMap(([table, rule]) => ('kept' in rule ? [{ table, ...rule }] : []))
  it.each(timed)('is so for $table', async ({ table, kept, row }) => {
    await DB.batch(row.map((sql) => DB.prepare(sql)))
    await run(NOW + Math.min(kept, 20 * DAY) - DAY / 2)
    expect(await count(table)).toBe(1)
    // What waits for a person is cancelled after thirty days, and deleted after ninety more.
    for (const part of [0.3, 1]) await run(NOW + kept * part + 60_000)
    expect(await count(table)).toBe(0)
  })
})

describe('a wish that nobody confirms', () => {
  it('leaves no mail behind, in whatever state that is', async () => {
    await ask('/newsletter', { form: wishForm() })
    const anna = await subscribed('bo@min.example')
    await askToChangeAddress(DESK, anna, 'bo.new@min.example', NOW)
    await DB.prepare("UPDATE mails SET state = 'queued', address = 'kept@min.example', settled_at = NULL WHERE kind <> 'change-new'").run()
    await DB.prepare("UPDATE mails SET state = 'unknown', settled_at = ? WHERE kind = 'change-new'").bind(NOW).run()
    expect(await count('mails', 'address IS NOT NULL')).toBe(4)
    await run(NOW + 7 * DAY + 60_000)
    expect(await count('mails')).toBe(0)
    expect(await post(NOW + 7 * DAY + 60_000)).toEqual([])
  })
})

describe('a campaign that nobody ever takes up again', () => {
  it('is over after two years, and its rows go', async () => {
    await readers(3)
    const id = await released()
    await runOut(runningWith(serverOf().transport), id)
    await DB.prepare("UPDATE campaigns SET state = 'held', finished_at = NULL, updated_at = ?").bind(NOW).run()
    await run(NOW + DELIVERIES_KEPT - 1)
    expect(await count('deliveries')).toBe(3)
    await run(NOW + DELIVERIES_KEPT + 1)
    expect([await count('deliveries'), await count('campaigns', "state = 'cancelled' AND totals LIKE '%accepted%'")]).toEqual([0, 1])
  })
})
