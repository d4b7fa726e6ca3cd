import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, DB, emptyAll, idOf, NOW, personRows, testEnv, whoIs } from '../testing/world.ts'
import { deriveToken } from '@stem/jobs/tokens'

const wish = (over: Record<string, string> = {}) => ({
  key: newFormKey(),
  name: 'Centre for STEM Læring',
  country: 'DK',
  kind: 'ministry',
  website: 'csl.example.org',
  description: 'We work.',
  evidence: 'A decree',
  contactName: 'Mette',
  contactJob: '',
  contactAddress: 'mette@csl.example.org',
  charter: 'yes',
  do: 'send',
  ...over,
})
const state = async () =>
  (await DB.prepare('SELECT id, state, version FROM applications').first<{ id: string; state: string; version: number }>()) ?? { id: '', state: '', version: 0 }
const mails = async () => (await DB.prepare('SELECT kind, address FROM mails ORDER BY created_at, id').all<{ kind: string; address: string }>()).results

/** An application whose contact has confirmed the address. */
async function submitted(over: Record<string, string> = {}) {
  await ask('/join', { form: wish(over) })
  const { id } = await state()
  const token = await deriveToken(testEnv.TOKEN_KEY, 'application-proof', id)
  await ask('/join/confirm', { form: { application: id, token } })
  return { id, token, secret: await deriveToken(testEnv.TOKEN_KEY, 'application', id) }
}
const decide = async (id: string, step: string, over: Record<string, string> = {}, number = 1) =>
  ask(`/console/applications/${id}`, { who: await whoIs(number), form: { version: String((await state()).version), body: 'Because.', do: step, ...over } })

beforeEach(async () => {
  await emptyAll()
  await DB.batch([
    ...(await personRows({ number: 1, grants: [['secretariat-officer', 'coalition']] })),
    ...(await personRows({ number: 2, grants: [['platform-reviewer', 'country:DK']] })),
  ])
})

describe('applying', () => {
  it('keeps one application and one mail when the form is sent twice', async () => {
    const form = wish()
    expect(await Promise.all([ask('/join', { form }), ask('/join', { form })]).then((answers) => answers.map(({ status }) => status))).toEqual([303, 303])
    expect(await DB.prepare('SELECT count(*) AS n FROM applications').first()).toEqual({ n: 1 })
    expect(await mails()).toEqual([{ kind: 'application-proof', address: 'mette@csl.example.org' }])
  })

  it('shows everything once more first, and loses nothing on the way back', async () => {
    const check = await (await ask('/join', { form: wish({ do: 'check' }) })).text()
    expect(check).toMatch(/Denmark[^]*Ministry[^]*https:\/\/csl\.example\.org/)
    expect(await (await ask('/join', { form: wish({ do: 'change' }) })).text()).toMatch(/value="Centre for STEM Læring"/)
    expect((await state()).state).toBe('')
  })

  it.each([
    ['name', ''],
    ['country', 'XX'],
    ['country', 'US'],
    ['kind', 'company'],
    ['website', 'javascript:alert(1)'],
    ['website', 'http://localhost'],
    ['website', 'not a site'],
    ['description', 'x'.repeat(2001)],
    ['contactAddress', 'mette'],
    ['charter', 'no'],
  ])('says what is wrong with %s = %j and keeps the rest', async (field, value) => {
    const answer = await ask('/join', { form: wish({ [field]: value }) })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(new RegExp(`href="#f-${field}"`))
    if (field !== 'contactName') expect(html).toContain('value="Mette"')
    expect((await state()).state).toBe('')
  })

  it('refuses a form with a field it does not have', async () => {
    expect((await ask('/join', { form: wish({ state: 'accepted' }) })).status).toBe(400)
  })

  it('is limited for an address', async () => {
    const answers = []
    for (let index = 0; index < 5; index++) answers.push((await ask('/join', { form: wish() })).status)
    expect(answers).toEqual([303, 303, 303, 429, 429])
  })

  it('goes to the secretariat only when the contact pressed the button, once', async () => {
    await ask('/join', { form: wish() })
    const { id } = await state()
    const token = await deriveToken(testEnv.TOKEN_KEY, 'application-proof', id)
    expect((await ask(`/join/confirm?application=${id}&token=${token}`)).status).toBe(200)
    expect((await ask('/join/confirm', { form: { application: id, token: await deriveToken(testEnv.TOKEN_KEY, 'application', id) } })).status).toBe(410)
    expect((await state()).state).toBe('unverified')
    await Promise.all([1, 2, 3].map(() => ask('/join/confirm', { form: { application: id, token } })))
    expect((await state()).state).toBe('submitted')
    expect((await mails()).map(({ kind }) => kind).toSorted()).toEqual(['application-arrived', 'application-proof', 'application-received'])
  })
})

describe('deciding', () => {
  it('accepted: the organisation stands in the register, and its contact is invited to manage it', async () => {
    const { id } = await submitted()
    expect((await decide(id, 'accepted')).status).toBe(303)
    expect(await DB.prepare('SELECT slug, standing, country FROM published_organisations').first()).toEqual({
      slug: 'centre-for-stem-laering',
      standing: 'member',
      country: 'DK',
    })
    expect(await DB.prepare('SELECT address, role, state FROM invitations').first()).toEqual({
      address: 'mette@csl.example.org',
      role: 'organisation-manager',
      state: 'sent',
    })
    expect(await DB.prepare("SELECT count(*) AS n FROM outbox WHERE kind = 'purge'").first()).toEqual({ n: 1 })
  })

  it('accepted by two at once: one organisation, one invitation', async () => {
    const { id } = await submitted()
    const answers = await Promise.all([decide(id, 'accepted'), decide(id, 'accepted'), decide(id, 'refused')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    const made = (await state()).state === 'accepted' ? 1 : 0
    expect(await DB.prepare('SELECT (SELECT count(*) FROM organisations) AS organisations, (SELECT count(*) FROM invitations) AS invitations').first()).toEqual(
      { organisations: made, invitations: made },
    )
  })

  it('refused: the applicant is told why, and nothing can be decided any more', async () => {
    const { id } = await submitted()
    await decide(id, 'refused')
    expect((await state()).state).toBe('refused')
    expect((await mails()).map(({ kind }) => kind)).toContain('application-refused')
    expect((await decide(id, 'accepted')).status).toBe(409)
    expect(await DB.prepare('SELECT count(*) AS n FROM organisations').first()).toEqual({ n: 0 })
  })

  it('asked: the applicant answers on the own page, or takes the application back', async () => {
    const { id, secret } = await submitted()
    await decide(id, 'question')
    expect((await state()).state).toBe('asked')
    const link = { application: id, token: secret }
    expect((await ask('/join/status', { form: { ...link, body: '', do: 'answer' } })).status).toBe(422)
    expect((await ask('/join/status', { form: { ...link, body: 'The ministry.', do: 'answer' } })).status).toBe(303)
    expect((await state()).state).toBe('submitted')
    expect(await (await ask(`/join/status?application=${id}&token=${secret}`)).text()).toMatch(/Because\.[^]*The ministry\./)
    await ask('/join/status', { form: { ...link, body: '', do: 'withdraw' } })
    expect((await state()).state).toBe('withdrawn')
    expect((await decide(id, 'accepted')).status).toBe(409)
  })

  it('is not for the contact of the application, and a reviewer of the country asks but does not decide', async () => {
    const { id } = await submitted({ contactAddress: 'p1@stem.example' })
    expect((await decide(id, 'accepted')).status).toBe(409)
    expect((await decide(id, 'accepted', {}, 2)).status).toBe(404)
    expect((await decide(id, 'question', {}, 2)).status).toBe(303)
  })

  it('needs a reason', async () => {
    const { id } = await submitted()
    expect((await decide(id, 'refused', { body: ' ' })).status).toBe(422)
  })
})

describe('an invitation', () => {
  const invited = async () => {
    const { id } = await submitted()
    await decide(id, 'accepted')
    const row = await DB.prepare('SELECT id FROM invitations').first<{ id: string }>()
    return { invitation: row?.id ?? '', token: await deriveToken(testEnv.TOKEN_KEY, 'invitation', row?.id ?? '') }
  }
  const grants = async () =>
    (await DB.prepare("SELECT p.address, g.role FROM role_grants g JOIN persons p ON p.id = g.person_id WHERE g.scope LIKE 'organisation:%'").all()).results

  it('is accepted once by fifty at once, makes one account, and signs nobody in', async () => {
    const link = await invited()
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/invitation', { form: { ...link, answer: 'yes' } })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await grants()).toEqual([{ address: 'mette@csl.example.org', role: 'organisation-manager' }])
    expect(answers.some((answer) => (answer.headers.get('set-cookie') ?? '').includes('__Host-session'))).toBe(false)
  })

  it('is not answered by looking, by another account, with a wrong token or after a week', async () => {
    const link = await invited()
    expect((await ask(`/invitation?invitation=${link.invitation}&token=${link.token}`)).status).toBe(200)
    expect((await ask('/invitation', { form: { ...link, answer: 'yes' }, who: await whoIs(1) })).status).toBe(410)
    expect((await ask('/invitation', { form: { ...link, token: 'f'.repeat(64), answer: 'yes' } })).status).toBe(410)
    expect((await ask('/invitation', { form: { ...link, answer: 'yes' }, now: NOW + 7 * 24 * 60 * 60_000 + 1000 })).status).toBe(410)
    expect(await grants()).toEqual([])
  })

  it('is dead when it was taken back, replaced or declined', async () => {
    const link = await invited()
    await ask('/invitation', { form: { ...link, answer: 'no' } })
    expect((await ask('/invitation', { form: { ...link, answer: 'yes' } })).status).toBe(410)
    expect(await DB.prepare('SELECT state, address, address_key FROM invitations').first()).toEqual({ state: 'declined', address: null, address_key: null })
  })

  it('never offers more than the inviter has', async () => {
    const link = await invited()
    await ask('/invitation', { form: { ...link, answer: 'yes' } })
    const manager = await DB.prepare("SELECT id FROM persons WHERE address = 'mette@csl.example.org'").first<{ id: string }>()
    const organisation = await DB.prepare('SELECT id FROM organisations').first<{ id: string }>()
    const who = {
      personId: manager?.id ?? '',
      name: null,
      sessionId: idOf('ses', 9),
      roles: [{ role: 'organisation-manager', scope: `organisation:${organisation?.id}` }],
      asleep: [],
      provedAt: NOW,
      assertedAt: NOW,
      passkeys: 0,
    }
    const send = (role: string) =>
      ask(`/my-organisation/${organisation?.id}/people/invite`, { who, form: { key: newFormKey(), address: 'x@stem.example', role } })
    expect((await send('organisation-manager')).status).toBe(303)
    for (const role of ['secretariat-admin', 'platform-manager', 'auditor']) expect((await send(role)).status).toBe(422)
  })
})
