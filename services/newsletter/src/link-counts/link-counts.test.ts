import { beforeEach, describe, expect, it } from 'vitest'
import { EVERYBODY } from '../audience/audience.ts'
import { approve } from '../campaigns/approve.ts'
import { hashOf } from '../campaigns/campaign.ts'
import { release } from '../campaigns/release.ts'
import { beginDraft } from '../campaigns/save-draft.ts'
import { verifyCampaign } from '../delivery/verify-campaign.ts'
import { emptyIssue, type Block } from '../issue/issue.ts'
import { ANNA, members, at, BO, consenting, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { ask, count, DB, emptyAll, NOW } from '../testing/reading.ts'

const OUTSIDE = 'https://example.org/report?a=1&b=2'
const blocks: Block[] = [
  { id: 'b00001', kind: 'text', text: `See [the report](${OUTSIDE}) and [practices](/practices), or [write](mailto:x@stem.example).` },
  { id: 'b00002', kind: 'button', label: 'Read', url: OUTSIDE },
]
const text = { subject: 'News', preheader: 'p', blocks }
const draft = (countsLinks: boolean) =>
  beginDraft({ db: DB }, { name: 'Issue', content: { ...emptyIssue(), en: text, fr: text }, audience: EVERYBODY, countsLinks }, { who: ANNA.personId }, NOW)
async function sent(countsLinks: boolean) {
  const id = await draft(countsLinks)
  await approve({ db: DB }, await at(id), ANNA.personId, NOW)
  await release({ db: DB, members, transport: {} }, await at(id), BO, { time: null, typed: '' }, NOW)
  const { handed, transport } = serverOf()
  await runOut(runningWith(transport), id)
  return { id, handed }
}
const counted = async () => (await DB.prepare('SELECT url, n FROM link_counts ORDER BY url').all<{ url: string; n: number }>()).results

beforeEach(async () => {
  await emptyAll()
  await consenting(3)
})

describe('an issue whose links are counted', () => {
  it('has the same links for every reader, says so, and keeps them as they are in the plain text', async () => {
    const { id, handed } = await sent(true)
    expect((await verifyCampaign({ db: DB }, id))?.isAsApproved).toBe(true)
    expect(handed).toHaveLength(3)
    const links = handed.map(({ html }) => [...html.matchAll(/href="([^"]+newsletter\/links[^"]+)"/g)].map(([, url]) => url))
    const english = `https://stem.example/newsletter/links/${id}`
    const french = `https://stem.example/fr/newsletter/links/${id}`
    expect(links.map((one) => one.join(' ')).sort()).toEqual([french, english, english].map((base) => `${base}/0 ${base}/1 ${base}/0`).sort())
    for (const mail of handed) {
      expect(mail.html).toContain('href="mailto:x@stem.example"')
      expect(mail.html).not.toContain('example.org')
      expect(mail.html).toMatch(/is counted in all, never by person|comptés au total, jamais par personne/)
      expect(mail.text).toContain(`the report (${OUTSIDE})`)
      expect(mail.text).not.toContain('/newsletter/links/')
    }
  })

  it('leads where it says, in its language, and counts nothing but how often', async () => {
    const { id } = await sent(true)
    const first = await ask(`/newsletter/links/${id}/0`)
    expect([first.status, first.headers.get('location'), first.headers.get('cache-control'), first.headers.get('set-cookie')]).toEqual([
      302,
      OUTSIDE,
      'no-store',
      null,
    ])
    expect((await ask(`/newsletter/links/${id}/1`, { locale: 'fr' })).headers.get('location')).toBe('https://stem.example/fr/practices')
    await Promise.all(Array.from({ length: 20 }, () => ask(`/newsletter/links/${id}/0`)))
    expect(await counted()).toEqual([
      { url: OUTSIDE, n: 21 },
      { url: 'https://stem.example/fr/practices', n: 1 },
    ])
    expect(Object.keys((await DB.prepare('SELECT * FROM link_counts').first()) ?? {})).toEqual(['campaign_id', 'url', 'n'])
  })

  it('does not count who only looks ahead', async () => {
    const { id } = await sent(true)
    const looks: Parameters<typeof ask>[1][] = [{ method: 'HEAD' }, { headers: { 'sec-purpose': 'prefetch;prerender' } }, { headers: { purpose: 'prefetch' } }]
    for (const asked of looks) expect((await ask(`/newsletter/links/${id}/0`, asked)).status).toBe(302)
    expect(await counted()).toEqual([])
  })

  it.each(['2', '999', '1000', '-1', '0x1', 'https://evil.example'])('leads nowhere by %s', async (number) => {
    const { id } = await sent(true)
    expect((await ask(`/newsletter/links/${id}/${encodeURIComponent(number)}`)).status).toBe(404)
    expect(await count('link_counts')).toBe(0)
  })

  it('leads nowhere before it was sent, in a language it does not have, or for another campaign', async () => {
    expect((await ask(`/newsletter/links/${await draft(true)}/0`)).status).toBe(404)
    const { id } = await sent(true)
    expect((await ask(`/newsletter/links/${id}/0`, { locale: 'el' })).status).toBe(404)
    expect((await ask(`/newsletter/links/cmp_${'9'.repeat(26)}/0`)).status).toBe(404)
  })
})

it('an issue whose links are not counted has none of this', async () => {
  const { id, handed } = await sent(false)
  expect(handed[0]?.html).toContain('href="https://example.org/report?a=1&amp;b=2"')
  expect(handed[0]?.html).not.toMatch(/links\/cmp_|counted/)
  expect((await ask(`/newsletter/links/${id}/0`)).status).toBe(404)
})

it('the tick is part of what is approved', async () => {
  const [one, other] = [await at(await draft(true)), await at(await draft(false))]
  expect(await hashOf(one)).not.toBe(await hashOf(other))
  expect(await hashOf({ ...one, countsLinks: false })).toBe(await hashOf(other))
})
