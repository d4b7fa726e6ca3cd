import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { linkQuery } from '../readers/links.ts'
import { readerById, readerKeyOf, type Reader } from '../readers/reader.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { readers } from '../testing/campaigning.ts'
import { ask, count, DAY, DB, DESK, emptyAll, linkIn, NOW, post, subscribed } from '../testing/reading.ts'
import { agree } from './agree.ts'
import { askToChangeAddress } from './ask-to-change-address.ts'
import { changeById, SIDES, type Side } from './change.ts'

const [OLD, NEW] = ['anna@min.example', 'anna@new.example']
const preferences = async (reader: Reader, path = '') => `/newsletter/preferences${path}?${await linkQuery(DESK, 'preferences', reader)}`
const wish = async (reader: Reader, address = NEW, now = NOW) => ask(await preferences(reader, '/address'), { form: { address }, now })

/** A reader who asked for another address, and the links that came to both mailboxes. */
async function asked(now = NOW) {
  const reader = await subscribed(OLD)
  await wish(reader, NEW, now)
  const mails = await post(now)
  const links = { old: linkIn(mails.find(({ to }) => to === OLD)), new: linkIn(mails.find(({ to }) => to === NEW)) }
  return { reader, links, mails }
}
const press = (link: string, now = NOW + 1000, what = 'agree') => ask(link, { form: { do: what }, now })
const kinds = async () =>
  (await DB.prepare("SELECT kind FROM consents WHERE kind <> 'requested' ORDER BY seq").all<{ kind: string }>()).results.map(({ kind }) => kind)

beforeEach(emptyAll)

describe('another address', () => {
  it.each([
    ['the old side first', ['old', 'new']],
    ['the new side first', ['new', 'old']],
  ] as const)('is there when both buttons were pressed, %s, and not before', async (_, [first, second]) => {
    const { reader, links } = await asked()
    for (const link of Object.values(links)) for (const method of ['GET', 'HEAD']) expect((await ask(link, { method })).status).toBe(200)
    expect(await (await press(links[first])).text()).toContain('One more button')
    await press(links[first])
    expect(await readerById(DB, reader.id)).toMatchObject({ address: OLD, linkEpoch: 1 })
    expect(await (await press(links[second])).text()).toContain('Your address is changed')
    expect(await (await press(links[first])).text()).toContain('Your address is changed')
    const after = await readerById(DB, reader.id)
    expect(after).toMatchObject({ address: NEW, addressKey: await readerKeyOf(DESK, NEW), state: 'active', linkEpoch: 2, topics: reader.topics })
    expect(await kinds()).toEqual(['confirmed', 'changed', 'confirmed'])
    expect(await verifyConsents(DESK)).toMatchObject({ broken: null })
    expect((await DB.prepare('SELECT domain FROM subscribers').first<{ domain: string }>())?.domain).toBe('new.example')
  })

  it('ends every link of before, and gives the new mailbox alone a way to the preferences', async () => {
    const { reader, links } = await asked()
    const before = { preferences: await preferences(reader), leave: `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader)}` }
    await ask('/newsletter/link', { form: { address: OLD } })
    await press(links.new)
    expect(await (await press(links.old)).text()).not.toContain('/newsletter/preferences?')
    expect(await (await press(links.new)).text()).toContain('/newsletter/preferences?')
    // The link to leave answers a mail program, and ends nothing in the new mailbox.
    expect([(await ask(before.preferences)).status, (await ask(before.leave, { body: '', method: 'POST' })).status]).toEqual([410, 200])
    expect((await readerById(DB, reader.id))?.state).toBe('active')
    // A link that was on its way to the old mailbox does not leave any more.
    expect(await post(NOW + 2000)).toEqual([])
  })

  it('is done once however the buttons are pressed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...SIDES), { minLength: 1, maxLength: 6 }), fc.boolean(), async (presses, atOnce) => {
        await emptyAll()
        await readers(1)
        const reader = (await readerById(DB, `sub_${'1'.padStart(26, '0')}`)) ?? expect.fail('no reader')
        await askToChangeAddress(DESK, reader, NEW, NOW)
        const { id } = (await DB.prepare('SELECT id FROM address_changes').first<{ id: string }>()) ?? expect.fail('no wish')
        const change = (await changeById(DB, id)) ?? expect.fail('no wish')
        const pressAct = (side: Side) => agree(DESK, { change, side, shownIn: 'en' }, NOW + 1)
        if (atOnce) await Promise.all(presses.map(pressAct))
        else for (const side of presses) await pressAct(side)
        const isBoth = new Set(presses).size === 2
        expect((await readerById(DB, reader.id))?.address).toBe(isBoth ? NEW : 'r1@d1.example')
        expect(await count('consents', "kind = 'changed'")).toBe(isBoth ? 1 : 0)
      }),
      { numRuns: 15 },
    )
  })

  it('can be called off by the present address alone, until it is done', async () => {
    const { reader, links } = await asked()
    expect((await press(links.new, NOW, 'call-off')).status).toBe(400)
    await press(links.new)
    expect(await (await press(links.old, NOW, 'call-off')).text()).toContain('Nothing changes')
    expect([(await press(links.new)).status, (await press(links.old)).status]).toEqual([410, 410])
    expect((await readerById(DB, reader.id))?.address).toBe(OLD)
  })

  it('waits seven days, and a later wish takes the place of an earlier one', async () => {
    const { reader, links } = await asked()
    await wish(reader, 'anna@third.example')
    expect([(await press(links.old)).status, (await press(links.new)).status]).toEqual([410, 410])
    const third = await post()
    const link = linkIn(third.find(({ to }) => to === 'anna@third.example'))
    expect((await press(link, NOW + 7 * DAY)).status).toBe(410)
    await keepHouse(DESK, NOW + 7 * DAY + 1)
    expect(await count('address_changes')).toBe(0)
  })

  it('asked twice for the same address is one wish: the first links go on working, and no more is mailed than one a day', async () => {
    const { reader, links } = await asked()
    await press(links.old)
    expect((await wish(reader, 'ANNA@new.example', NOW + 2000)).status).toBe(303)
    expect(await post(NOW + 2000)).toEqual([])
    expect(await count('address_changes', 'old_at IS NOT NULL')).toBe(1)
    await wish(reader, NEW, NOW + DAY)
    const again = await post(NOW + DAY)
    expect(again.map(({ to }) => to).toSorted()).toEqual([OLD, NEW].toSorted())
    expect(linkIn(again.find(({ to }) => to === NEW))).toBe(links.new)
    expect(await (await press(links.new, NOW + DAY + 1000)).text()).toContain('Your address is changed')
    expect((await readerById(DB, reader.id))?.address).toBe(NEW)
  })

  it('needs the right link: one side’s is not the other’s, and a preference link agrees to nothing', async () => {
    const { reader, links } = await asked()
    const swapped = links.new.replace('side=new', 'side=old')
    expect([(await press(swapped)).status, (await press(links.new.replace(/.$/, (letter) => (letter === '0' ? '1' : '0')))).status]).toEqual([410, 410])
    expect((await press(`/newsletter/address?${await linkQuery(DESK, 'preferences', reader)}`)).status).toBe(410)
    expect(await count('address_changes', 'old_at IS NOT NULL OR new_at IS NOT NULL')).toBe(0)
  })

  it('answers the same for an address that is free, a reader’s, or suppressed; only a free one gets a mail', async () => {
    const reader = await subscribed(OLD)
    await subscribed('taken@min.example')
    await suppressRow(DB, { addressKey: await readerKeyOf(DESK, 'kept@min.example'), reason: 'complaint', source: 'report' }, NOW).run()
    const answers = new Set<string>()
    const mailed: string[] = []
    for (const address of ['free@min.example', 'taken@min.example', 'kept@min.example']) {
      const answer = await wish(reader, address, NOW + 2 * DAY)
      answers.add(`${answer.status} ${answer.headers.get('location')}`)
      mailed.push(...(await post(NOW + 2 * DAY)).map(({ to }) => to))
    }
    expect(answers.size).toBe(1)
    expect(mailed.toSorted()).toEqual([OLD, OLD, OLD, 'free@min.example'])
    expect(await (await ask(await preferences(reader, '/address'), { form: { address: 'fourth@min.example' }, now: NOW + 2 * DAY })).text()).toContain(
      'value="fourth@min.example"',
    )
  })

  it.each([
    ['nothing', '', 'forms', 422],
    ['the present one', 'Anna@MIN.example', 'This is the address you have', 422],
    ['one that no server carries', 'δοκιμή@min.example', 'cannot carry', 422],
  ])('is refused with a reason when it is %s', async (_, address, words, status) => {
    const reader = await subscribed(OLD)
    const answer = await wish(reader, address)
    expect(answer.status).toBe(status)
    expect((await answer.text()).includes(words === 'forms' ? 'e-address' : words)).toBe(true)
  })

  it('loses against a suppression, or a reader, that came to the new address meanwhile', async () => {
    const { reader, links } = await asked()
    await press(links.old)
    await suppressRow(DB, { addressKey: await readerKeyOf(DESK, NEW), reason: 'complaint', source: 'report' }, NOW).run()
    expect((await press(links.new)).status).toBe(410)
    await subscribed(NEW, {}, NOW + 2 * DAY)
    expect((await press(links.new)).status).toBe(410)
    expect((await readerById(DB, reader.id))?.address).toBe(OLD)
    expect(await count('subscribers')).toBe(2)
  })
})
