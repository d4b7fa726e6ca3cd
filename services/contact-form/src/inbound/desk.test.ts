import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { messagesOf } from '../cases/read-case.ts'
import { filesOfCase } from '../files/kept-file.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody, testEnv } from '../testing/asking.ts'
import { ANNA, byAnna, parts, type World } from './corpus/specimen.ts'
import { receiveEmail } from './receive-email.ts'
import { MOST_BYTES } from './take-mail.ts'
import { beginWorld, bring, caseOf, MINUTE } from './testing-mail.ts'

let world: World
beforeEach(async () => {
  await emptyAll()
  world = await beginWorld()
})
const officer = somebody('secretariat-officer')

describe('a case that may belong to another', () => {
  const open = async () => {
    await bring(byAnna(world, { From: 'Mallory <mallory@evil.example>' }), { from: 'mallory@evil.example', to: world.reply }, NOW + MINUTE)
    return caseOf('mallory@evil.example')
  }

  it('says so to staff, with the way there, and is kept apart once', async () => {
    const [other, found] = [await caseOf(ANNA), await open()]
    const page = await (await ask(`/console/requests/${found.id}`, { who: officer })).text()
    expect(page).toContain(`href="/console/requests/${other.id}"`)
    expect(page).toContain(other.reference)
    const apart = (form: Record<string, string>) => ask(`/console/requests/${found.id}/apart`, { who: officer, form })
    expect((await apart({ version: '9' })).status).toBe(409)
    expect((await apart({ version: '1' })).status).toBe(303)
    expect((await apart({ version: '1' })).status).toBe(409)
    expect((await apart({ version: '1', more: 'x' })).status).toBe(400)
    const event = await DB.prepare("SELECT about, state FROM events WHERE kind = 'unlinked'").all()
    expect([(await caseOf('mallory@evil.example')).possiblyOf, event.results]).toEqual([null, [{ about: other.id, state: 'new' }]])
    const after = await (await ask(`/console/requests/${found.id}`, { who: officer })).text()
    expect(after).not.toContain(`merge?into=${other.id}`)
    // The activity names the other one, and there it can be taken back, once.
    expect(after).toMatch(new RegExp(`Kept apart from another request:[^]*?${other.reference}`))
    const undo = { version: '2', do: 'undo', event: /name="event" value="(evt_\w+)"/.exec(after)?.[1] ?? '' }
    expect((await ask(`/console/requests/${found.id}`, { who: officer, form: undo })).status).toBe(303)
    expect((await caseOf('mallory@evil.example')).possiblyOf).toBe(other.id)
    expect((await ask(`/console/requests/${found.id}`, { who: officer, form: { ...undo, version: '3' } })).status).toBe(409)
    expect(await (await ask(`/console/requests/${found.id}`, { who: officer })).text()).toContain(`merge?into=${other.id}`)
  })

  it.each([
    [null, 303],
    [somebody('auditor'), 404],
  ])('is kept apart by staff alone', async (who, status) => {
    const found = await open()
    expect((await ask(`/console/requests/${found.id}/apart`, { who, form: { version: '1' } })).status).toBe(status)
    expect((await caseOf('mallory@evil.example')).possiblyOf).not.toBeNull()
  })

  it('does not say so to who asked', async () => {
    const found = await open()
    expect(JSON.stringify(await messagesOf(READING, found.id))).not.toContain((await caseOf(ANNA)).reference)
  })
})

it('a mail shows how it came, its words escaped, and what it quotes folded away', async () => {
  const words = '<b onclick=x>Yes</b>\n\nOn Tue, 24 Nov 2026, EU STEM wrote:\n> old words'
  await bring(byAnna(world, {}, words), { from: ANNA, to: world.reply }, NOW + MINUTE)
  const page = await (await ask(`/console/requests/${(await caseOf(ANNA)).id}`, { who: officer })).text()
  expect(page).toContain('by mail')
  expect(page).toContain('&lt;b onclick=x&gt;Yes')
  expect(page).toMatch(/<details><summary>[^<]+<\/summary><p class="pre">On Tue[^]*old words/)
})

describe('the Worker', () => {
  const stream = (...pieces: Uint8Array[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece)
        controller.close()
      },
    })
  const message = (raw: ReadableStream<Uint8Array>, told: string[]) => ({
    from: ANNA,
    to: world.reply,
    raw,
    setReject: (reason: string) => void told.push(reason),
  })

  it('takes a mail from the platform, in pieces', async () => {
    const raw = new TextEncoder().encode(byAnna(world))
    const told: string[] = []
    expect(await receiveEmail(testEnv, message(stream(raw.slice(0, 100), raw.slice(100)), told), NOW + MINUTE)).toMatchObject({ outcome: 'joined' })
    expect(told).toEqual([])
  })

  it('tells the server that brought it why a mail is refused, and reads no more than it takes', async () => {
    const told: string[] = []
    let asked = 0
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => (asked++, controller.enqueue(new Uint8Array(1024 * 1024))) })
    expect(await receiveEmail(testEnv, message(endless, told), NOW)).toMatchObject({ outcome: 'refused' })
    expect(told.join()).toContain('larger')
    expect(asked).toBeLessThan(MOST_BYTES / (1024 * 1024) + 5)
    expect(await count('receipts')).toBe(0)
  })

  it.each(['joins', 'opens'])('keeps the files of a mail that %s a case, and names what it does not keep', async (what) => {
    const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const mail = byAnna(
      world,
      { 'Content-Type': 'multipart/mixed; boundary=m', ...(what === 'opens' ? { To: `support@${world.domain}` } : {}) },
      parts(
        'm',
        'Content-Type: text/plain\n\nSee the picture',
        `Content-Type: image/png; name=plan.png\nContent-Transfer-Encoding: base64\n\n${PNG}`,
        'Content-Type: image/png; name=run.png\nContent-Transfer-Encoding: base64\n\nTVqQAAMAAAAEAAAA',
      ),
    )
    const to = what === 'opens' ? `support@${world.domain}` : world.reply
    const taken = await receiveEmail(testEnv, { ...message(stream(new TextEncoder().encode(mail)), []), to }, NOW + MINUTE)
    const last = (await messagesOf(READING, taken?.caseId ?? '')).at(-1)
    expect(last?.body).toBe('See the picture\n\n1 file of this mail was not kept: run.png')
    expect((await filesOfCase(READING, taken?.caseId ?? '')).map(({ name, messageId }) => [name, messageId])).toEqual([['plan.png', last?.id]])
  })

  describe('at an address of the newsletter', () => {
    const newsletter = (env as unknown as { NEWSLETTER: { taken(): Promise<{ size: number; from: string; to: string }[]> } }).NEWSLETTER
    const local = `+${'0'.repeat(52)}abcdefghj`
    const bringTo = (to: string, headers: Record<string, string> = {}, body?: string) =>
      receiveEmail(
        testEnv,
        { ...message(stream(new TextEncoder().encode(byAnna(world, { To: to, ...headers }, body))), []), to: `${to}@${world.domain}` },
        NOW + MINUTE,
      )

    it.each([`nb${local}`, `NL${local}`, `nr${local}`, 'complaints'])('%s hands on what a program wrote, and keeps nothing', async (to) => {
      await newsletter.taken()
      expect(await bringTo(to, { 'Auto-Submitted': 'auto-replied' })).toBeNull()
      expect(await newsletter.taken()).toMatchObject([{ from: ANNA, to: `${to}@${world.domain}` }])
      expect([await count('cases'), await count('receipts')]).toEqual([2, 0])
    })

    it.each([`nb${local}`, `nr${local}`])('%s opens a case for what a person wrote, without an automatic answer', async (to) => {
      const mails = await count('mails')
      expect(await bringTo(to)).toMatchObject({ outcome: 'opened' })
      expect([await count('cases'), await count('mails')]).toEqual([3, mails])
    })

    it('hands on the beginning of a large mail, and takes the whole of it', async () => {
      await newsletter.taken()
      await bringTo(`nr${local}`, {}, 'x '.repeat(800_000))
      expect(await newsletter.taken()).toMatchObject([{ size: 1024 * 1024 }])
      expect(await count('cases')).toBe(3)
    })

    it('of another kind or domain is nobody else’s', async () => {
      await newsletter.taken()
      expect(await bringTo('nobody')).toMatchObject({ outcome: 'opened' })
      expect(await newsletter.taken()).toEqual([])
    })

    it('keeps an answer also when the newsletter cannot be asked', async () => {
      const down = { ...testEnv, NEWSLETTER: { takeMail: () => Promise.reject(new Error('down')) } as never }
      const mail = (to: string) => ({ ...message(stream(new TextEncoder().encode(byAnna(world, { To: to }))), []), to: `${to}@${world.domain}` })
      expect(await receiveEmail(down, mail(`nr${local}`), NOW + MINUTE)).toMatchObject({ outcome: 'opened' })
      await expect(receiveEmail(down, mail(`nb${local}`), NOW + MINUTE)).rejects.toThrow('down')
    })
  })

  it('has an address for answers', () => {
    expect((env as unknown as { REPLY_DOMAIN: string }).REPLY_DOMAIN).toMatch(/^[a-z0-9.-]+$/)
  })
})
