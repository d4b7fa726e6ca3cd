import type { Principal } from '@stem/contracts/context'
import { beforeEach, describe, expect, it } from 'vitest'
import { approve } from '../campaigns/approve.ts'
import { runCampaign } from './run-campaign.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { ANNA, at, BO, drafted, markerIn, readers, released, runningWith, runOut, serverOf, staff } from '../testing/campaigning.ts'
import { ask, count, DB, emptyAll, NOW, subscribed, testEnv } from '../testing/reading.ts'

beforeEach(emptyAll)

const path = (id: string) => `/console/newsletter/${id}/progress`
const post = (id: string, who: Principal | null, form: Record<string, string>) => ask(path(id), { who, form })

describe('the page of a campaign that is sent', () => {
  it('is for the secretariat alone; for everybody else it is not there', async () => {
    await readers(2)
    const id = await released()
    const PEOPLE: [Principal | null, number][] = [
      [null, 303],
      [staff('per_x', { roles: [] }), 404],
      [staff('per_x', { roles: [{ role: 'organisation-manager', scope: 'organisation:org_1' }] }), 404],
      [staff('per_x', { roles: [{ role: 'auditor', scope: 'coalition' }] }), 404],
      [ANNA, 200],
    ]
    for (const [who, status] of PEOPLE) {
      expect((await ask(path(id), { who })).status).toBe(status)
      const before = await at(id)
      if (status !== 200) expect((await post(id, who, { do: 'cancel' })).status).toBe(status)
      expect(await at(id)).toEqual(before)
    }
    expect((await ask(path(`cmp_${'0'.repeat(26)}`), { who: ANNA })).status).toBe(404)
  })

  it('releases by a second person, at once or at a time of the clock there, and says what is wrong', async () => {
    await readers(2)
    const id = await drafted()
    await approve({ db: DB }, await at(id), ANNA.personId, NOW)
    const version = String((await at(id)).version)
    expect(await (await ask(path(id), { who: ANNA })).text()).toContain('somebody else releases it')
    const go = async (form: Record<string, string>, who = BO) => {
      const answer = await post(id, who, { do: 'release', version, zone: 'Europe/Brussels', ...form })
      return [answer.status, await answer.text()] as const
    }
    expect((await go({}, ANNA))[0]).toBe(403)
    const [status, page] = await go({ day: '2027-03-28', time: '02:30' })
    expect([status, page.includes('value="2027-03-28"'), page.includes('Clocks never show this time')]).toEqual([422, true, true])
    expect((await go({ day: '2026-11-01' }))[0]).toBe(422)
    expect((await go({ version: '1' }))[0]).toBe(409)
    const notFresh = await post(id, staff('per_bo', { assertedAt: 0 }), { do: 'release', version, zone: 'UTC', day: '2026-11-30', time: '9:15' })
    const stepUp = new URL(notFresh.headers.get('location') ?? '', 'https://stem.example')
    expect(stepUp.pathname).toBe('/account/step-up')
    const back = await (await ask(stepUp.searchParams.get('back') ?? '', { who: BO })).text()
    expect([back.includes('value="2026-11-30"'), back.includes('value="9:15"'), /value="UTC" selected/.test(back)]).toEqual([true, true, true])
    expect((await at(id)).releasedBy).toBeNull()
    expect((await go({ day: '2026-11-30', time: '9:15' }))[0]).toBe(303)
    expect(await at(id)).toMatchObject({ releasedBy: BO.personId, scheduledAt: Date.UTC(2026, 10, 30, 8, 15), zone: 'Europe/Brussels' })
    expect(await (await ask(path(id), { who: ANNA })).text()).toContain('30 November 2026, 09:15, Brussels time')
  })

  it('says before a release that mails leave by a way that carries no campaigns, or of which nobody hears', async () => {
    await readers(2)
    const id = await drafted()
    await approve({ db: DB }, await at(id), ANNA.personId, NOW)
    const { version } = await at(id)
    const before = { ...testEnv }
    try {
      Object.assign(testEnv, { MAIL_TRANSPORT: 'cloudflare:', EMAIL: { send: () => Promise.reject(new Error('asked for a mail')) } })
      expect(await (await ask(path(id), { who: BO })).text()).toContain('service for single mails alone')
      const refused = await post(id, BO, { do: 'release', version: String(version), zone: 'UTC' })
      expect([refused.status, (await refused.text()).includes('service for single mails alone'), (await at(id)).releasedBy]).toEqual([409, true, null])
      Object.assign(testEnv, { MAIL_TRANSPORT: 'resend:', MAIL_KEY: 'k', MAIL_EVENTS_KEY: 'brevo:x' })
      expect(await (await ask(path(id), { who: BO })).text()).toContain('Nobody would hear which mails fail')
      Object.assign(testEnv, { MAIL_EVENTS_KEY: 'brevo:x resend:whsec_x' })
      expect(await (await ask(path(id), { who: BO })).text()).not.toContain('Nobody would hear which mails fail')
    } finally {
      Object.assign(testEnv, { MAIL_EVENTS_KEY: undefined, MAIL_KEY: undefined }, before)
    }
  })

  it('names the zone in which a time was chosen, and shows it as clocks there do', async () => {
    await readers(2)
    const id = await released({}, { time: { at: Date.UTC(2026, 10, 30, 7, 15), zone: 'Europe/Athens' } })
    for (const [locale, words] of [
      ['en', '30 November 2026, 09:15, Athens time'],
      ['fr', '09:15, heure d’Athènes'],
      ['el', '09:15, ώρα Αθήνας'],
    ] as const)
      expect(await (await ask(path(id), { who: ANNA, locale })).text()).toContain(words)
  })

  it('shows before a release whom it reaches: languages, countries, some of them, and who is left out and why', async () => {
    await readers(6)
    await subscribed('carla@min.example', { 'topic-policy': 'yes' })
    const kept = await subscribed('dora@min.example')
    await suppressRow(DB, { addressKey: kept.addressKey, reason: 'hard', source: 'smtp' }, NOW).run()
    await subscribed('eva@min.example', { frequency: 'monthly' })
    const id = await drafted()
    await approve({ db: DB }, await at(id), ANNA.personId, NOW)
    for (const who of [ANNA, BO]) {
      const text = (await (await ask(path(id), { who })).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
      for (const words of [
        'Reaches 7 readers',
        'English 3',
        'All countries 6',
        'Estonia 1',
        'Chose another rhythm 1',
        'the mailbox does not exist 1',
        'c…@min.example',
      ])
        expect(text, words).toContain(words)
    }
    expect(await (await ask(path(id), { who: BO })).text()).not.toContain('carla@')
  })

  it('renews itself for who asks for it while mails leave, says so, and stops when asked to or when it is over', async () => {
    await readers(4)
    const id = await drafted()
    await approve({ db: DB }, await at(id), ANNA.personId, NOW)
    const { version } = await at(id)
    const renews = async (query = '?live=yes') => {
      const answer = await ask(path(id) + query, { who: BO })
      const html = await answer.text()
      return [answer.headers.get('refresh') === '10', html.includes('renews itself every 10 seconds'), html.includes('Stop renewing')]
    }
    expect(await renews()).toEqual([false, false, false])
    const answer = await post(id, BO, { do: 'release', version: String(version), zone: 'UTC' })
    expect(answer.headers.get('location')).toBe(path(id))
    expect(await renews()).toEqual([true, true, true])
    expect(await renews('')).toEqual([false, false, false])
    expect(await (await ask(path(id), { who: BO })).text()).toContain('Renew by itself')
    const { transport } = serverOf()
    await runCampaign(runningWith(transport, { stop: (step) => step === 'claimed' }), id)
    expect(await renews()).toEqual([true, true, true])
    await DB.prepare("UPDATE deliveries SET state = 'pending', lease = NULL WHERE state = 'claimed'").run()
    await runOut(runningWith(transport, { marker: markerIn(new Map([['fence', (await at(id)).fence ?? '']])) }), id)
    expect([(await at(id)).state, await renews()]).toEqual(['finished', [false, false, false]])
  })

  it.each(['en', 'fr', 'el'] as const)('shows numbers and what is unknown in %s, and settles it', async (locale) => {
    await readers(30)
    const id = await released()
    const { transport } = serverOf(({ to }) => (to.startsWith('r7@') ? { outcome: 'unknown', why: 'closed' } : { outcome: 'sent', reference: 'r' }))
    await runOut(runningWith(transport), id)
    const html = await (await ask(path(id), { who: ANNA, locale })).text()
    expect(html).toContain('<td>29</td>')
    expect(html).toContain('d7.example')
    expect(html).not.toContain('r7@d7.example')
    expect((await post(id, ANNA, { do: 'settle', as: 'nonsense', reader: '' })).status).toBe(400)
    expect((await post(id, ANNA, { do: 'settle', as: 'accepted', reader: '' })).status).toBe(303)
    expect(await count('deliveries', "state = 'accepted'")).toBe(30)
    expect((await post(id, ANNA, { do: 'pause' })).status).toBe(409)
    expect((await post(id, ANNA, { do: 'dance' })).status).toBe(400)
  })
})
