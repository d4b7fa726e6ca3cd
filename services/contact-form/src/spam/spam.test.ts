import fc from 'fast-check'
import { en } from '@stem/i18n/catalogues/en'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { formIn, linkIn, post } from '../testing/reading.ts'
import { ageOf, FASTEST, LONGEST, renewTime, signTime } from './form-time.ts'
import { HONEST } from '../testing/honest-requests.ts'
import { SPAM_REASONS } from './reasons.ts'
import { suspectText } from './rules.ts'

beforeEach(emptyAll)
const KEY = 'a'.repeat(32)
const { keys } = READING

describe('the time a form was drawn', () => {
  it('is known to the millisecond when it was signed here for this form, and by no other way', async () => {
    const signed = await signTime(keys, KEY, NOW)
    expect(await ageOf(keys, KEY, signed, NOW + 1234)).toBe(1234)
    expect(await ageOf(keys, 'b'.repeat(32), signed, NOW)).toBeNull()
    expect(await ageOf({ token: 'another key' }, KEY, signed, NOW)).toBeNull()
    expect(await ageOf(keys, KEY, await signTime(keys, KEY, NOW + 61_000), NOW)).toBeNull()
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.constantFrom(...'0123456789abcdefz. -'), async (at, letter) => {
        const changed = signed.slice(0, at) + letter + signed.slice(at + 1)
        expect(await ageOf(keys, KEY, changed, NOW)).toBe(changed === signed ? 0 : null)
      }),
      { numRuns: 300 },
    )
    for (const nonsense of ['', '.', 'x', `${signed}.`, signed.slice(1), 'zzzzzzzzzzzz.', `-1.${'0'.repeat(64)}`])
      expect(await ageOf(keys, KEY, nonsense, NOW)).toBe(nonsense === `${signed}.` ? 0 : null)
  })

  it('is carried on while it is good, and drawn anew when it is not: far enough back for who was slow, now for who has none', async () => {
    const signed = await signTime(keys, KEY, NOW)
    expect(await renewTime(keys, KEY, signed, NOW + LONGEST)).toBe(signed)
    expect(await ageOf(keys, KEY, await renewTime(keys, KEY, signed, NOW + LONGEST + 1), NOW + LONGEST + 1)).toBe(FASTEST)
    expect(await ageOf(keys, KEY, await renewTime(keys, KEY, 'x', NOW), NOW)).toBe(0)
  })

  it.each([
    [0, 'spam', 'fast', 0],
    [FASTEST - 1, 'spam', 'fast', 0],
    [FASTEST, 'new', null, 1],
    [LONGEST, 'new', null, 1],
  ])('of a form that comes back after %i ms makes it %s', async (ms, state, reason, mails) => {
    const form = finished()
    const answer = await ask('/support/request', { form: { ...form, drawn: await signTime(keys, form['key'] ?? '', NOW - ms) } })
    const found = await only()
    expect([answer.status, found.state, found.spamReason, await count('mails')]).toEqual([303, state, reason, mails])
  })

  it.each([
    ['missing', async () => ''],
    ['of another form', async () => signTime(keys, KEY, NOW - 60_000)],
    ['over', async (key: string) => signTime(keys, key, NOW - LONGEST - 1)],
  ])('that is %s brings the form back with every word, and the next press sends it', async (_, drawn) => {
    const form = finished()
    const first = await ask('/support/request', { form: { ...form, drawn: await drawn(form['key'] ?? '') } })
    const html = await first.text()
    expect([first.status, await count('cases')]).toEqual([422, 0])
    expect(html).toContain('look at it once more')
    const again = formIn(html, '/support/request')
    for (const name of ['key', 'kind', 'name', 'address', 'organisation', 'country', 'challenge', 'tried'])
      expect([name, again[name]]).toEqual([name, form[name]])
    expect((await ask('/support/request', { form: { ...again, go: 'send' }, now: NOW + FASTEST })).status).toBe(303)
    expect((await only()).state).toBe('new')
  })

  it('does not matter for a form that was received before: it gives its reference for good', async () => {
    const form = finished()
    const first = await ask('/support/request', { form })
    const again = await ask('/support/request', { form: { ...form, drawn: 'x' }, now: NOW + 5 * LONGEST })
    const referenceOf = (answer: Response) => /reference=([^&]+)/.exec(answer.headers.get('location') ?? '')?.[1]
    expect([again.status, referenceOf(again), await count('cases')]).toEqual([303, referenceOf(first), 1])
  })
})

describe('the rules about texts', () => {
  it.each(HONEST)('take no honest request for spam: %s', (text) => {
    expect(suspectText({ name: 'Anna-Maria Ó Súilleabháin', organisation: 'Ministry www.min.example', text })).toBeNull()
  })

  it.each([
    ['links', Array.from({ length: 9 }, (_, number) => `Look here https://spam.example/${number}`).join(' ')],
    ['bare-link', 'http://spam.example/buy now'],
    ['bare-link', 'www.spam.example'],
    ['markup', 'Great offer <a href="http://spam.example">here</a> for you and your friends'],
    ['markup', 'Great offer [url=http://spam.example]here[/url] for you and your friends'],
    ['phrases', 'We offer guest posts with backlinks for your website, ask for prices.'],
    ['phrases', 'Best ONLINE-CASINO of the year with a present for everybody: https://spam.example/win'],
    ['phrases', 'Offre de prêt rapide et casino en ligne, réponse en une heure.'],
    ['phrases', 'Καλύτερο καζίνο της χρονιάς για όλους, δείτε εδώ https://spam.example/win'],
    ['phrases', 'Продвижение сайтов и заработок в интернете для всех желающих.'],
  ])('say %s of %j', (reason, text) => {
    expect(suspectText({ name: 'Bob', organisation: null, text })).toBe(reason)
  })

  it('see a link in place of a name, and a lone phrase without a link proves nothing', () => {
    expect(suspectText({ name: 'Win https://spam.example', organisation: null, text: HONEST[0] ?? '' })).toBe('name')
    expect(suspectText({ name: 'Bob', organisation: null, text: 'We want to keep young people away from online casino games.' })).toBeNull()
  })

  it('put what they catch into the spam view with its reason, by form, short form and program alike, and lose nothing', async () => {
    const challenge = 'We offer guest posts with backlinks for your website, ask for prices.'
    await ask('/support/request', { form: finished({ challenge }) })
    const contact = { key: KEY, name: 'Bob', address: 'bob@spam.example', topic: '', message: challenge, more: '' }
    expect((await ask('/contact', { form: contact })).status).toBe(303)
    await ask('/api/v1/support-requests', { json: { kind: 'question', name: 'Bob', address: 'c@spam.example', challenge }, key: 'k'.repeat(16) })
    const { results } = await DB.prepare('SELECT state, spam_reason AS reason FROM cases').all()
    expect(results).toEqual(Array.from({ length: 3 }, () => ({ state: 'spam', reason: 'phrases' })))
    expect([await count('messages'), await count('mails')]).toEqual([3, 0])
  })

  it('have a text for every reason', () => {
    for (const reason of SPAM_REASONS) expect(en[`request.spam.${reason}`]).toMatch(/\w/)
  })
})

describe('what was taken for spam by mistake', () => {
  const restore = async () => {
    const found = await only()
    return ask(`/console/requests/${found.id}`, {
      who: somebody('secretariat-officer'),
      form: { version: String(found.version), body: '', do: 'state', state: 'new' },
    })
  }
  it('is acknowledged when it is restored, once', async () => {
    await ask('/support/request', { form: finished({ more: 'x' }) })
    expect(await post()).toEqual([])
    expect((await restore()).status).toBe(303)
    const mails = await post()
    expect(mails.map(({ to }) => to)).toEqual(['anna@min.example'])
    expect((await ask(linkIn(mails[0]))).status).toBe(200)
    expect((await only()).state).toBe('new')
    await DB.prepare("UPDATE cases SET state = 'spam'").run()
    await restore()
    expect(await post(NOW + 2 * 3_600_000)).toEqual([])
  })

  it('is not acknowledged when its address was written to in the last hour', async () => {
    await ask('/contact', { form: { key: KEY, name: 'Anna', address: 'anna@min.example', topic: '', message: 'A first one that is fine.', more: '' } })
    await DB.prepare("UPDATE cases SET id = 'cas_first'").run()
    await ask('/support/request', { form: finished({ more: 'x' }) })
    const { results } = await DB.prepare("SELECT id, version FROM cases WHERE state = 'spam'").all<{ id: string; version: number }>()
    await ask(`/console/requests/${results[0]?.id}`, { who: somebody('secretariat-officer'), form: { version: '1', body: '', do: 'state', state: 'new' } })
    expect(await count('mails')).toBe(1)
  })
})

describe('the check of the browser', () => {
  const told = { TURNSTILE_SITE_KEY: '0x-site', TURNSTILE_SECRET: 'a-secret' }
  const page = (form: Record<string, string>, who: ReturnType<typeof somebody> | null = null) => ask('/support/request', { form, told, who })
  const atCheck = () => finished({ step: 'challenge', go: 'on' })

  it('is not there unless both its keys are', async () => {
    for (const some of [{}, { TURNSTILE_SITE_KEY: 'x' }, { TURNSTILE_SECRET: 'x' }]) {
      const answer = await ask('/support/request', { form: atCheck(), told: some })
      expect([answer.headers.get('content-security-policy')?.includes('script-src'), (await answer.text()).includes('<script')]).toEqual([false, false])
    }
  })

  it('stands on the page that sends and on no other, with a policy for it alone, and not for who is signed in', async () => {
    const answer = await page(atCheck())
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(
      /default-src 'none'; script-src https:\/\/challenges\.cloudflare\.com; frame-src https:\/\/challenges\.cloudflare\.com; style-src 'self'/,
    )
    expect([policy.includes('trusted-types'), answer.headers.get('cross-origin-embedder-policy')]).toEqual([false, 'unsafe-none'])
    expect(await answer.text()).toContain('data-sitekey="0x-site"')
    expect((await (await ask('/contact', { told })).text()).match(/<script/g)).toHaveLength(1)
    for (const other of [await page(finished({ step: 'kind', go: 'on' })), await page(atCheck(), somebody('anna'))]) {
      expect([(await other.text()).includes('<script'), other.headers.get('content-security-policy')?.includes('cloudflare')]).toEqual([false, false])
    }
  })

  it.each([
    ['good', null],
    ['', 'unproved'],
    ['bad', 'unproved'],
    ['good another-form', 'unproved'],
    ['good support-request evil.example', 'unproved'],
    ['down', 'unproved'],
    ['x'.repeat(3000), 'unproved'],
  ])('that says %.40j lets the request through, with reason %j', async (token, reason) => {
    const answer = await page(finished({ 'cf-turnstile-response': token }))
    const found = await only()
    expect([answer.status, found.spamReason, found.state]).toEqual([303, reason, reason === null ? 'new' : 'spam'])
  })

  it('is not asked of who is signed in', async () => {
    await page(finished(), somebody('anna'))
    expect((await only()).state).toBe('new')
  })
})
