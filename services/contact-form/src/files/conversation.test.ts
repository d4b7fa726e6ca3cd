import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, NOW, only, READING, somebody } from '../testing/asking.ts'
import { asFile, emptyStore, KEY, linksIn, OFFICER, send, STORE, tracked, trackingPage } from '../testing/choosing-files.ts'
import { office, pdf, zip } from '../testing/file-bytes.ts'
import { keepEnclosed } from './keep-enclosed.ts'
import { filesOfCase } from './kept-file.ts'

beforeEach(emptyStore)

describe('in the conversation', () => {
  const answer = async (form: Record<string, string>, files: File[] = []) => ask('/support/case', { form: { ...(await tracked()), key: KEY, ...form }, files })
  const work = async (form: Record<string, string>, files: File[] = []) =>
    ask(`/console/requests/${(await only()).id}`, { who: OFFICER, form: { version: String((await only()).version), key: KEY, ...form }, files })
  beforeEach(() => send({ key: 'c'.repeat(32), attached: '0' }))

  it('the requester answers with a file, with words or without, and sees it under the message', async () => {
    expect((await answer({ do: 'answer', body: '' }, [asFile('timetable.pdf')])).status).toBe(303)
    expect(await (await trackingPage()).text()).toContain('timetable.pdf')
    expect((await answer({ do: 'answer', body: '' }, [])).status).toBe(422)
    expect((await work({ do: 'reply', body: '' }, [])).status).toBe(422)
    const key = 'd'.repeat(32)
    const refused = await answer({ do: 'answer', body: 'Words typed', key }, [asFile('a.zip', await zip([{ name: 'a.js' }])), asFile('more.pdf')])
    const html = await refused.text()
    expect([refused.status, html.includes('Words typed'), html.includes('more.pdf'), html.includes('none of the kinds')]).toEqual([422, true, true, true])
    expect((await answer({ do: 'answer', body: 'Words typed', key })).status).toBe(303)
    expect(linksIn(await (await trackingPage()).text())).toHaveLength(2)
  })

  it('staff reply with a file, the requester sees it, and the desk says that nobody looked for viruses', async () => {
    expect((await work({ do: 'reply', body: '', state: 'answered' }, [asFile('briefing.pdf')])).status).toBe(422)
    expect((await work({ do: 'reply', body: 'Here it is', state: 'answered' })).status).toBe(303)
    const html = await (await trackingPage()).text()
    expect([html.includes('briefing.pdf'), html.includes('Not checked for viruses')]).toEqual([true, false])
    await answer({ do: 'answer', body: 'And this' }, [asFile('plan.pdf')])
    const desk = await (await ask(`/console/requests/${(await only()).id}`, { who: OFFICER })).text()
    expect(desk).toMatch(/briefing\.pdf[^]*plan\.pdf[^]*Not checked for viruses/)
    expect(desk.match(/Not checked for viruses/g)).toHaveLength(1)
  })

  it('a reply that came too late keeps its words and its file', async () => {
    const late = await work({ do: 'reply', body: 'Typed with care', state: 'answered', version: '0' }, [asFile('briefing.pdf')])
    const html = await late.text()
    expect([late.status, html.includes('Typed with care'), html.includes('briefing.pdf')]).toEqual([409, true, true])
    expect((await filesOfCase(READING, (await only()).id)).length).toBe(0)
  })

  it('nothing is kept for a request that is over', async () => {
    await answer({ do: 'withdraw' })
    expect((await answer({ do: 'answer', body: 'x' }, [asFile('late.pdf')])).status).toBe(409)
    expect(await count('files')).toBe(0)
  })

  it('a person takes along what the own files are called', async () => {
    const who = somebody('anna', { roles: [] })
    await DB.prepare('UPDATE cases SET person_id = ?').bind(who.personId).run()
    await answer({ do: 'answer', body: 'See there' }, [asFile('plan.pdf')])
    const data = await (await ask('/account/requests/export', { who, form: {} })).json<{ requests: { messages: { files: object[] }[] }[] }>()
    expect(data.requests[0]?.messages[1]?.files).toEqual([{ name: 'plan.pdf', type: 'application/pdf', size: pdf('plan.pdf').length }])
  })

  it('a mail brings its files; those that cannot be kept are named', async () => {
    const { id } = await only()
    const enclosed = [
      { name: 'plan.pdf', bytes: pdf('plan') },
      { name: 'macros.docx', bytes: await office('docx', [{ name: 'word/vbaProject.bin' }]) },
      ...['1', '2', '3', '4', '5'].map((name) => ({ name, bytes: pdf(name) })),
    ]
    const { rows, refused } = await keepEnclosed(STORE, NOW)(enclosed, { caseId: id, side: 'participant' })
    expect(refused).toEqual(['macros.docx', '5'])
    await DB.batch(rows(id, 'msg_1'))
    expect((await filesOfCase(READING, id)).map(({ name, messageId }) => [name, messageId])).toEqual(
      ['plan.pdf', '1.pdf', '2.pdf', '3.pdf', '4.pdf'].map((name) => [name, 'msg_1']),
    )
  })
})
