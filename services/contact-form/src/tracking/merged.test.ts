import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseToken, messagesOf } from '../cases/read-case.ts'
import { filesOfCase } from '../files/kept-file.ts'
import { eventsOf } from '../cases/event.ts'
import { mergeCases } from '../merging/merge-cases.ts'
import { undoMerge } from '../merging/undo-merge.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { asFile } from '../testing/choosing-files.ts'
import { formIn } from '../testing/reading.ts'

const ANNA = 'anna@min.example'
const eve = somebody('eve', { roles: [] })
beforeEach(emptyAll)

async function merge(a: string, b: string) {
  const [found, into] = await Promise.all([caseOf(a), caseOf(b)])
  const done = await mergeCases(READING, 'per_staff', { found, into, seen: { version: found.version, intoVersion: into.version } }, NOW)
  if (!done.ok) throw new Error(done.code)
}
const pathOf = async (id: string) => `/support/case?case=${id}&token=${await caseToken(READING.keys, await caseOf(id))}`
const pageOf = async (id: string) => (await ask(await pathOf(id))).text()
const linkOf = async (id: string) => ({ case: id, token: await caseToken(READING.keys, await caseOf(id)) })
const bodies = async (id: string) => (await messagesOf(READING, id)).map(({ body }) => body)

describe('a request that was merged opens the other one', () => {
  it.each([
    ['not for an account that asked under the address of somebody else', { address: ANNA, personId: eve.personId }, { address: ANNA }, false],
    ['not for a second address of one account', { address: 'x@min.example', personId: 'per_1' }, { address: 'y@min.example', personId: 'per_1' }, false],
    ['not for an address that had another account', { address: ANNA, personId: 'per_1' }, { address: ANNA, personId: 'per_2' }, false],
    ['for the same account and address', { address: ANNA, personId: 'per_1' }, { address: 'ANNA@min.example', personId: 'per_1' }, true],
    ['for the same address that was never signed in', { address: ANNA }, { address: ANNA }, true],
  ])('%s', async (_, one, other, opens) => {
    const [a, b] = [await arrive(one), await arrive({ ...other, body: 'CANARY' })]
    await merge(a, b)
    expect((await pageOf(a)).includes('CANARY')).toBe(opens)
  })

  it('never for who typed the address of somebody else while signed in', async () => {
    const annas = await arrive({ address: ANNA, body: 'CANARY of Anna' })
    await ask('/support/request', { form: finished({ challenge: 'From Eve' }), who: eve })
    const row = await DB.prepare('SELECT id FROM cases WHERE id <> ?').bind(annas).first<{ id: string }>()
    await merge(row?.id ?? '', annas)
    const own = await (await ask('/account/requests', { who: eve })).text()
    const pages = [...own.matchAll(/href="(\/support\/case\?[^"]+)"/g)].map(async ([, path = '']) => (await ask(path.replaceAll('&amp;', '&'))).text())
    expect((await Promise.all(pages)).join('')).not.toContain('CANARY')
  })
})

describe('ending the link of a request', () => {
  it.each(['requester', 'staff'])('by the %s ends those of requests that were merged into it, of nobody else, and merging can still be undone', async (by) => {
    const [a, b, strange, target] = [
      await arrive({ address: ANNA }),
      await arrive({ address: ANNA }),
      await arrive(),
      await arrive({ address: ANNA, body: 'CANARY' }),
    ]
    await merge(a, b)
    for (const id of [b, strange]) await merge(id, target)
    const old = await Promise.all([a, b, target].map(pathOf))
    const others = await pathOf(strange)
    if (by === 'requester') await ask('/support/case', { form: { ...formIn(await (await ask(old[0] ?? '')).text(), '/support/case'), do: 'end-link' } })
    else {
      const form = { version: String((await caseOf(target)).version), body: '', do: 'revoke' }
      await ask(`/console/requests/${target}`, { who: somebody('secretariat-officer'), form })
    }
    expect(await Promise.all(old.map(async (path) => (await ask(path)).status))).toEqual([410, 410, 410])
    expect((await ask(others)).status).toBe(200)
    const merged = (await eventsOf(DB, b)).findLast(({ kind }) => kind === 'merged')
    expect(merged && (await undoMerge(READING, 'per_staff', await caseOf(b), merged, NOW))).toEqual({ ok: true, value: null })
  })
})

describe('a page that was opened before the merge', () => {
  it('sends its answer and the files that were chosen to the request that goes on', async () => {
    const [a, b] = [await arrive({ address: ANNA, body: 'one' }), await arrive({ address: ANNA, body: 'two' })]
    const form = { ...(await linkOf(a)), key: newFormKey(), body: 'Typed before' }
    await ask('/support/case', { form: { ...form, remove: 'none' }, files: [asFile('early.pdf')] })
    await merge(a, b)
    const answers = [await ask('/support/case', { form, files: [asFile('late.pdf')] }), await ask('/support/case', { form })]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect([await bodies(a), await bodies(b)]).toEqual([['one'], ['two', 'Typed before']])
    expect((await filesOfCase(READING, b)).map(({ name }) => name)).toEqual(['early.pdf', 'late.pdf'])
  })

  it('says an answer once that was said before the merge already, and withdraws nothing its reader has not seen', async () => {
    const [a, b] = [await arrive({ address: ANNA, body: 'one' }), await arrive({ address: ANNA, body: 'two' })]
    const form = { ...(await linkOf(a)), key: newFormKey(), body: 'Pressed twice' }
    await ask('/support/case', { form })
    await merge(a, b)
    expect([(await ask('/support/case', { form })).status, await bodies(b)]).toEqual([303, ['two']])
    expect([(await ask('/support/case', { form: { ...form, do: 'withdraw' } })).status, (await caseOf(b)).state]).toEqual([409, 'new'])
  })

  it('keeps the words when the other request is of somebody else', async () => {
    const [a, b] = [await arrive({ address: ANNA }), await arrive({ body: 'CANARY' })]
    const form = { ...(await linkOf(a)), key: newFormKey(), body: 'Typed before' }
    await merge(a, b)
    const answer = await ask('/support/case', { form })
    const html = await answer.text()
    expect([answer.status, formIn(html, '/support/request')['challenge'], html.includes('CANARY')]).toEqual([409, 'Typed before', false])
  })
})

describe('an answer that is too long', () => {
  const long = `${'x'.repeat(4000)} CANARY`

  it('stays on the page with its file, whatever the request became', async () => {
    const id = await arrive()
    const form = { ...(await linkOf(id)), key: newFormKey(), body: long, do: 'answer' }
    const refused = await ask('/support/case', { form, files: [asFile('plan.pdf')] })
    const html = await refused.text()
    expect([refused.status, html.includes('href="#f-body"'), html.includes('plan.pdf'), formIn(html, '/support/case')['body']]).toEqual([422, true, true, long])
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?").bind(NOW).run()
    const late = await ask('/support/case', { form })
    expect([late.status, formIn(await late.text(), '/support/request')['challenge'], await bodies(id)]).toEqual([409, long, ['How?']])
  })
})

describe('rating', () => {
  it('is one event for each change of mind, at most three, and none for the same again', async () => {
    await arrive()
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?").bind(NOW).run()
    const { id } = await only()
    const rate = async (rating: string) => (await ask('/support/case', { form: { ...(await linkOf(id)), do: 'rate', rating } })).status
    const statuses = []
    for (const rating of ['5', '5', '4', '4', '3', '3', '2', '1']) statuses.push(await rate(rating))
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 409, 409])
    expect([(await only()).satisfaction, (await eventsOf(DB, id)).filter(({ kind }) => kind === 'rated').length]).toEqual([3, 3])
  })
})
