import { beforeEach, describe, expect, it } from 'vitest'
import { agree } from '../change-address/agree.ts'
import { askToChangeAddress } from '../change-address/ask-to-change-address.ts'
import { changeOf } from '../change-address/change.ts'
import { replyLocal } from '../delivery/reply-address.ts'
import { takeMail } from '../feedback/take-mail.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { linkQuery } from '../readers/links.ts'
import { readerById, readerByKey, readerKeyOf, type Reader } from '../readers/reader.ts'
import { released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { ask, count, DAY, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'

const [OLD, NEW] = ['anna@min.example', 'anna@new.example']
const ONE_CLICK = { body: 'List-Unsubscribe=One-Click', method: 'POST' }
const stateOf = async (id: string) => (await readerById(DB, id))?.state

async function moveTo(reader: Reader, address: string, now: number) {
  await askToChangeAddress(DESK, reader, address, now)
  const change = (await changeOf(DB, reader.id)) ?? expect.fail('no wish')
  for (const side of ['old', 'new'] as const) await agree(DESK, { change, side, shownIn: 'en' }, now)
}
/** An issue that went to everybody; the link of its one-click for a reader. */
async function issueTo(...readers: Reader[]) {
  const campaign = await released()
  await runOut(runningWith(serverOf().transport), campaign)
  const links = await Promise.all(readers.map(async (reader) => `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader, { campaign })}`))
  return { campaign, links }
}
async function oneClick(link: string, now = NOW + DAY) {
  const answer = await ask(link, { ...ONE_CLICK, now })
  expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([200, null, null])
  return answer.text()
}

beforeEach(emptyAll)

describe('the one click of an earlier issue', () => {
  it('after erasure answers 200 and does nothing, also by the page and by mail', async () => {
    const reader = await subscribed(OLD)
    const { campaign, links } = await issueTo(reader)
    await eraseReader(DESK, reader, 'page', NOW + 1000)
    const entries = await count('consents')
    for (let times = 0; times < 2; times++) expect(await oneClick(links[0] ?? '')).toContain('Nothing more is sent to this mailbox')
    expect((await ask(links[0] ?? '', { now: NOW + DAY })).status).toBe(200)
    const to = `${await replyLocal(DESK.tokenKey, 'leave', campaign, reader.id)}@reply.stem.example`
    await takeMail({ ...DESK, replyDomain: 'reply.stem.example', sender: 'x@stem.example' }, { raw: new Uint8Array(), from: '', to }, NOW + DAY)
    expect([await stateOf(reader.id), await count('consents')]).toEqual(['erased', entries])
  })

  it('who subscribed anew in the same mailbox leaves by it', async () => {
    const reader = await subscribed(OLD)
    const { links } = await issueTo(reader)
    await eraseReader(DESK, reader, 'page', NOW + 1000)
    const again = await subscribed(OLD, {}, NOW + 2 * DAY)
    expect(await oneClick(links[0] ?? '', NOW + 3 * DAY)).toContain('You left the newsletter')
    expect(await stateOf(again.id)).toBe('withdrawn')
  })

  it('in a mailbox they moved away from ends nothing in the new one, by link, page or mail, and ends who has the old one now', async () => {
    const reader = await subscribed(OLD)
    const { campaign, links } = await issueTo(reader)
    await moveTo(reader, NEW, NOW + 1000)
    const to = `${await replyLocal(DESK.tokenKey, 'leave', campaign, reader.id)}@reply.stem.example`
    const byMail = () => takeMail({ ...DESK, replyDomain: 'reply.stem.example', sender: 'x@stem.example' }, { raw: new Uint8Array(), from: '', to }, NOW + DAY)
    const page = await oneClick(links[0] ?? '')
    expect(page).toContain('Nothing more is sent to this mailbox')
    expect(page).not.toMatch(/\/newsletter\/preferences\?/)
    await byMail()
    expect(await readerById(DB, reader.id)).toMatchObject({ state: 'active', address: NEW })
    const next = await subscribed(OLD, {}, NOW + 2 * DAY)
    const shown = await (await ask(links[0] ?? '', { now: NOW + 3 * DAY })).text()
    expect(shown).toContain('Leave now')
    expect(shown).not.toMatch(/\/newsletter\/preferences\?/)
    await oneClick(links[0] ?? '', NOW + 3 * DAY)
    expect([await stateOf(reader.id), await stateOf(next.id)]).toEqual(['active', 'withdrawn'])
  })

  it('of who had left, and is the same reader as who moved there, ends that one', async () => {
    const former = await subscribed(NEW)
    const reader = await subscribed(OLD)
    const { campaign, links } = await issueTo(former)
    await oneClick(links[0] ?? '', NOW + 1000)
    await moveTo(reader, NEW, NOW + 2000)
    expect((await readerByKey(DB, await readerKeyOf(DESK, NEW)))?.id).toBe(reader.id)
    await oneClick(links[0] ?? '', NOW + DAY)
    expect(await stateOf(reader.id)).toBe('withdrawn')
    const { detail } = (await DB.prepare("SELECT detail FROM consents WHERE kind = 'withdrawn' ORDER BY seq DESC LIMIT 1").first<{ detail: string }>()) ?? {
      detail: '',
    }
    expect(JSON.parse(detail)).toMatchObject({ way: 'one-click', campaign })
  })

  it.each([
    ['a body that is no form', 'x'.repeat(2000), 'text/plain'],
    ['JSON', '{"List-Unsubscribe":"One-Click"}', 'application/json'],
    ['a form of parts without its boundary', 'List-Unsubscribe=One-Click', 'multipart/form-data'],
    ['a form of parts that is cut', '--b\r\ncontent-disposition: form-d', 'multipart/form-data; boundary=b'],
  ])('takes %s as well', async (_, body, type) => {
    const reader = await subscribed(OLD)
    const answer = await ask(`/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', reader)}`, { method: 'POST', body, type })
    expect([answer.status, await stateOf(reader.id)]).toEqual([200, 'withdrawn'])
  })

  it('is refused where the token was never one: another purpose, another campaign, a changed letter, an epoch to come', async () => {
    const reader = await subscribed(OLD)
    const { links } = await issueTo(reader)
    const link = links[0] ?? ''
    const ahead = `/newsletter/unsubscribe?${await linkQuery(DESK, 'unsubscribe', { ...reader, linkEpoch: reader.linkEpoch + 1 })}`
    const other = `/newsletter/unsubscribe?${await linkQuery(DESK, 'preferences', reader)}`
    const forged = [link.replace(/c=cmp_./, 'c=cmp_z'), link.replace(/.$/, (letter) => (letter === '0' ? '1' : '0')), other, ahead, '/newsletter/unsubscribe']
    for (const path of forged) expect([path, (await ask(path, ONE_CLICK)).status]).toEqual([path, 410])
    expect(await stateOf(reader.id)).toBe('active')
  })
})
