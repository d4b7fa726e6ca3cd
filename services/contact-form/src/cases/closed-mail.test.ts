import { beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from '../mails/write-letter.ts'
import { closeQuiet, QUIET } from '../retention/close-quiet.ts'
import { DB, emptyAll, NOW, READING, testEnv } from '../testing/asking.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { staffWorks, type Work } from './say.ts'

beforeEach(emptyAll)

const kinds = async () =>
  (await DB.prepare("SELECT kind FROM mails WHERE kind <> 'receipt' ORDER BY rowid").all<{ kind: string }>()).results.map(({ kind }) => kind)
const work = async (id: string, wish: Partial<Work>) => {
  const found = await caseOf(id)
  return staffWorks(READING, 'per_staff', found, { version: found.version, ...wish } as Work, NOW + 1)
}

describe('a requester is told that the request was closed', () => {
  it('once, by the mail of the reply that closes it or by a mail of its own', async () => {
    const [replied, closed] = [await arrive({ body: 'one' }), await arrive({ body: 'two' })]
    await work(replied, { act: 'reply', body: 'Here it is', state: 'closed' })
    expect(await kinds()).toEqual(['reply'])
    await work(closed, { act: 'state', state: 'closed' })
    expect(await kinds()).toEqual(['reply', 'closed'])
  })

  it('also when it closes by itself, and not when it is spam', async () => {
    const [quiet, spam] = [await arrive({ body: 'one' }), await arrive({ body: 'two' })]
    await work(spam, { act: 'state', state: 'spam' })
    await work(quiet, { act: 'state', state: 'waiting' })
    await closeQuiet(READING, NOW + 1 + QUIET.waiting)
    expect([await kinds(), (await caseOf(quiet)).state]).toEqual([['closed'], 'closed'])
  })

  it('by a mail that promises no answer by mail, since that would open a new request', async () => {
    const id = await arrive({ body: 'one' })
    await work(id, { act: 'state', state: 'closed' })
    const desk = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
    const mail = { id: `${id}.closed.1`, kind: 'closed', personId: null, address: '', locale: 'en' as const, facts: { case: id }, createdAt: NOW }
    const letter = await writeLetter(desk, mail)
    expect(letter?.subject).toMatch(/was closed$/)
    expect(JSON.stringify(letter)).not.toContain('You can also answer this mail')
  })
})
