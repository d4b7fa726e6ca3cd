import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, somebody } from '../testing/asking.ts'
import { fillText, textFor, unknownPlaces } from './fill-text.ts'
import { replyTexts } from './reply-text.ts'

const officer = somebody('secretariat-officer')
const DAY = 24 * 60 * 60_000
const TEXTS = '/console/requests/texts'
beforeEach(emptyAll)

const words = (over: Record<string, string> = {}) => ({
  name: 'Thank you',
  text_en: 'Dear {name}, about {reference}: {kind}.',
  text_fr: '',
  text_el: '',
  owner: officer.personId,
  review: '2027-05-01',
  do: 'save',
  ...over,
})
const send = (path: string, form: Record<string, string>, now = NOW) => ask(path, { who: officer, form, now })
async function make(over: Record<string, string> = {}) {
  expect((await send(`${TEXTS}/new`, { ...words(over), key: newFormKey() })).status).toBe(303)
  const [text] = await replyTexts(DB)
  if (!text) throw new Error('no text')
  return text
}

describe('a text', () => {
  it('is filled once, with what is known, and what a name holds is never filled again', () => {
    const found = { requester: { name: '{reference} <b>', address: 'a@b.example', organisation: null, job: null }, reference: 'R', kind: 'taskforce' } as const
    expect(fillText({ locale: 'en', text: '{name} {reference} {kind} {other} {constructor}' }, found)).toBe('{reference} <b> R Taskforce {other} {constructor}')
    expect(unknownPlaces('{name} {nme} { name} {nme} {} {toString}')).toEqual(['{nme}', '{ name}', '{toString}'])
  })

  it('comes in the language of the requester, else in English, else in what there is', () => {
    expect(textFor({ en: 'e', fr: 'f' }, 'fr')).toEqual({ locale: 'fr', text: 'f', isOwn: true })
    expect(textFor({ en: 'e', fr: '' }, 'fr')).toEqual({ locale: 'en', text: 'e', isOwn: false })
    expect(textFor({ el: 'x' }, 'de')).toEqual({ locale: 'el', text: 'x', isOwn: false })
    expect(textFor({ en: '' }, 'en')).toBeNull()
  })
})

describe('the texts of the secretariat', () => {
  it('are made once for a form, listed with what is missing, and told when they should have been read again', async () => {
    const key = newFormKey()
    await Promise.all([send(`${TEXTS}/new`, { ...words(), key }), send(`${TEXTS}/new`, { ...words(), key })])
    expect(await count('reply_texts')).toBe(1)
    const list = async (now: number) => (await ask(TEXTS, { who: officer, now })).text()
    expect(await list(NOW)).toMatch(/1 of 6 languages[^]*to be read again by 1 May 2027/)
    expect(await list(Date.UTC(2027, 4, 1, 12))).not.toContain('Should have been read')
    expect(await list(Date.UTC(2027, 4, 1, 12) + DAY)).toContain('Should have been read again by 1 May 2027')
  })

  it.each([
    [{ text_fr: 'Bonjour {prénom}' }, 'text_fr', '{prénom}'],
    [{ text_en: '' }, 'text_en', 'Fill this in'],
    [{ name: '' }, 'name', 'Fill this in'],
    [{ review: '2027-13-45' }, 'review', 'Write a day'],
    [{ owner: 'per_stranger' }, 'owner', 'Choose one'],
  ])('are not saved with %j, and nothing typed is lost', async (over, field, reason) => {
    const answer = await send(`${TEXTS}/new`, { ...words({ text_el: 'ΚΕΙΜΕΝΟ', ...over }), key: newFormKey() })
    const html = await answer.text()
    expect([answer.status, await count('reply_texts'), html.includes(`href="#f-${field}"`), html.includes('ΚΕΙΜΕΝΟ')]).toEqual([422, 0, true, true])
    expect(html).toContain(reason)
  })

  it('keep both versions when two change one at once', async () => {
    const { id } = await make()
    const both = await Promise.all(['Mine', 'Theirs'].map((text_en) => send(`${TEXTS}/${id}`, { ...words({ text_en }), version: '1' })))
    const lost = both.find(({ status }) => status === 409)
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const html = (await lost?.text()) ?? ''
    expect([html.includes('Mine'), html.includes('Theirs'), html.includes('name="version" value="2"')]).toEqual([true, true, true])
    expect((await replyTexts(DB))[0]?.version).toBe(2)
  })

  it('are put away and taken back, never with an old page', async () => {
    const { id } = await make()
    expect((await send(`${TEXTS}/${id}`, { do: 'archive', version: '9' })).status).toBe(409)
    await send(`${TEXTS}/${id}`, { do: 'archive', version: '1' })
    expect([await replyTexts(DB), (await replyTexts(DB, { archived: true })).length]).toEqual([[], 1])
    await send(`${TEXTS}/${id}`, { do: 'restore', version: '2' })
    expect(await replyTexts(DB)).toHaveLength(1)
  })

  it('are there for nobody else', async () => {
    const { id } = await make()
    for (const path of [TEXTS, `${TEXTS}/new`, `${TEXTS}/${id}`]) expect((await ask(path, { who: somebody('auditor') })).status).toBe(404)
    expect((await ask(`${TEXTS}/rtx_${'0'.repeat(26)}`, { who: officer })).status).toBe(404)
  })

  it('are inserted after what was typed, and say when they are in another language', async () => {
    const id = await arrive({ locale: 'el', name: 'Άννα' })
    const { reference } = await caseOf(id)
    const text = await make({ text_fr: 'Bonjour' })
    const html = await (await send(`/console/requests/${id}`, { version: '1', do: 'insert', text: text.id, body: 'Typed', state: 'waiting' })).text()
    expect(html).toContain(`Typed\n\nDear Άννα, about ${reference}: Taskforce.`)
    expect(html).toMatch(/does not exist in the language of the requester \(Greek\)[^]*value="waiting" selected/)
    const none = await (await send(`/console/requests/${id}`, { version: '1', do: 'insert', text: 'none', body: 'Typed' })).text()
    expect(none).toMatch(/Choose a text first[^]*Typed/)
    expect(await count('messages')).toBe(1)
  })
})
