import type { AnnouncementMessage } from '@stem/contracts/webhooks'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, emptyAll, NOW, somebody } from '../testing/asking.ts'
import { hook, posts, received, rows, run } from '../testing/receivers.ts'
import { takeAnnouncements } from './take-announcements.ts'

const admin = somebody('secretariat-admin')
const CAMPAIGN = `cmp_${'1'.repeat(26)}`
const finished: AnnouncementMessage = {
  outboxId: `out_${'1'.repeat(26)}`,
  event: `evt_${'1'.repeat(26)}`,
  topic: 'campaign.finished',
  at: NOW,
  data: { id: CAMPAIGN, kind: 'issue', state: 'finished', mails: { prepared: 3, accepted: 2, rejected: 1, cancelled: 0, unknown: 0 } },
}
/** Hands messages over as the queue does; how many were taken off it. */
async function arrive(...bodies: unknown[]): Promise<number> {
  let taken = 0
  await takeAnnouncements(
    DB,
    bodies.map((body) => ({ body, ack: () => void taken++ })),
  )
  return taken
}

beforeEach(async () => {
  posts.length = 0
  await emptyAll()
})

describe('what the newsletter has to tell', () => {
  it('goes to each webhook that is on and wants it, signed, once, however often the message arrives', async () => {
    const { secret, id } = await hook()
    await hook('https://other.example.org/', ['received', 'closed'])
    const off = await hook('https://off.example.org/', ['campaign.finished'])
    await DB.prepare("UPDATE webhooks SET state = 'off' WHERE id = ?").bind(off.id).run()
    expect(await arrive(finished, finished, finished)).toBe(3)
    await Promise.all([arrive(finished), arrive(finished)])
    expect((await run(Date.now())).delivered).toBe(1)
    await arrive(finished)
    expect([(await run(Date.now())).delivered, await count('webhook_deliveries')]).toEqual([0, 1])
    const [post] = posts
    const headers = { 'webhook-id': post?.id ?? '', 'webhook-timestamp': post?.timestamp ?? '', 'webhook-signature': post?.signature ?? '' }
    expect(new Webhook(secret).verify(post?.body ?? '', headers)).toEqual({
      type: 'newsletter.campaign.finished',
      timestamp: new Date(NOW).toISOString(),
      data: finished.data,
    })
    expect([post?.id, (await rows())[0]?.webhookId]).toEqual([finished.event, id])
  })

  it('is not told to a webhook that was added after it happened', async () => {
    await hook()
    await arrive({ ...finished, at: NOW - 1 })
    expect(await count('webhook_deliveries')).toBe(0)
  })

  it.each([
    ['an address', { ...finished, data: { ...finished.data, address: 'canary@min.example' } }],
    ['a reader', { ...finished, reader: 'sub_1' }],
    ['words for a number', { ...finished, data: { ...finished.data, mails: { ...('mails' in finished.data ? finished.data.mails : {}), accepted: 'all' } } }],
    ['a topic of requests', { ...finished, topic: 'received' }],
    ['a name that is no event', { ...finished, event: 'canary@min.example' }],
    ['nothing', null],
  ])('is told to nobody when it holds %s, and holds up nothing behind it', async (_, body) => {
    await hook()
    expect(await arrive(body, finished)).toBe(2)
    expect((await rows()).map(({ payload }) => payload)).toEqual([expect.not.stringContaining('canary')])
  })

  it('stands in the console among what is told of requests, with a way to the campaign', async () => {
    const { id } = await hook()
    await received()
    await arrive(finished, {
      ...finished,
      event: `evt_${'2'.repeat(26)}`,
      topic: 'issue.published',
      data: { id: CAMPAIGN, slug: '2026-11-what-works-1111' },
    } satisfies AnnouncementMessage)
    const html = await (await ask(`/console/webhooks/${id}`, { who: admin })).text()
    expect(html.split(`href="/console/newsletter/${CAMPAIGN}/progress"`)).toHaveLength(3)
    expect(html.split('href="/console/requests/cas_')).toHaveLength(2)
    for (const words of ['Newsletter sent', '2026-11-what-works-1111', 'Request received']) expect(html).toContain(words)
  })
})
