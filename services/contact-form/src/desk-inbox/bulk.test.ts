import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import type { State } from '../cases/case.ts'
import { eventsOf } from '../cases/event.ts'
import { staffWorks } from '../cases/say.ts'
import { undoEvent } from '../cases/undo.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody } from '../testing/asking.ts'

const officer = somebody('secretariat-officer')
const admin = somebody('secretariat-admin')
beforeEach(emptyAll)

const several = (n: number) => Promise.all(Array.from({ length: n }, () => arrive()))
/** Selects cases as they stand and does something with them. */
async function bulk(ids: readonly string[], act: string, { who = officer, key = newFormKey(), back = '' } = {}): Promise<Response> {
  const picked = await Promise.all(ids.map(async (id): Promise<[string, string]> => ['case', `${id}.${(await caseOf(id)).version}`]))
  return ask('/console/requests/bulk', { who, form: [...picked, ['do', act], ['key', key], ['back', back]] })
}
const placeOf = (answer: Response) => answer.headers.get('location') ?? ''
const groupOf = (answer: Response) => new URL(placeOf(answer), 'https://stem.example').searchParams.get('group') ?? ''
const page = async (answer: Response) => (await ask(placeOf(answer), { who: officer })).text()
const undo = (group: string, who = officer) => ask('/console/requests/undo', { who, form: { group, back: '' } })
const state = async (id: string, to: State) =>
  staffWorks(READING, 'per_x', await caseOf(id), { version: (await caseOf(id)).version, act: 'state', state: to }, NOW)

describe('several requests at once', () => {
  it('are taken, given to a colleague, left, moved, closed, marked as spam and brought back', async () => {
    const ids = await several(3)
    const after = async (act: string) => {
      expect(await page(await bulk(ids, act))).toContain('3 requests changed')
      const all = await Promise.all(ids.map(caseOf))
      return [...new Set(all.map(({ assignee, state: now, spamReason }) => `${assignee} ${now} ${spamReason}`))]
    }
    expect(await after('take')).toEqual([`${officer.personId} new null`])
    expect(await after(`assign:${admin.personId}`)).toEqual([`${admin.personId} new null`])
    expect(await after('leave')).toEqual(['null new null'])
    expect(await after('state:triage')).toEqual(['null triage null'])
    expect(await after('state:spam')).toEqual(['null spam staff'])
    expect(await after('state:new')).toEqual(['null new null'])
    expect(await after('state:closed')).toEqual(['null closed null'])
    const events = await eventsOf(DB, ids[0] ?? '')
    expect(new Set(events.map(({ groupId }) => groupId)).size).toBe(8)
  })

  it('lead back to the list, the filters and the page they were selected on', async () => {
    const ids = await several(1)
    const answer = await bulk(ids, 'take', { back: `view=unassigned&country=EE&sort=oldest&after=5.${ids[0]}&evil=//x` })
    expect(placeOf(answer)).toMatch(/^\/console\/requests\?view=unassigned&country=EE&sort=oldest&after=5\.cas_[0-9a-z]{26}&group=grp_[0-9a-f]{32}&missed=$/)
  })

  it('sent twice, one after the other or at once, change once and say the same', async () => {
    const ids = await several(4)
    const key = newFormKey()
    const picked = ids.map((id): [string, string] => ['case', `${id}.1`])
    const send = () => ask('/console/requests/bulk', { who: officer, form: [...picked, ['do', 'take'], ['key', key], ['back', '']] })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(new Set(answers.map((answer) => new URLSearchParams(placeOf(answer)).get('missed')))).toEqual(new Set(['']))
    expect(await DB.prepare("SELECT count(*) AS n FROM events WHERE kind = 'assigned'").first('n')).toBe(4)
    expect(await page(answers[2] ?? Response.error())).toContain('4 requests changed')
  })

  it('changed by two people at once lose no change of either: each case goes to one, and the other is told which', async () => {
    const ids = await several(6)
    const [one, other] = await Promise.all([bulk(ids, 'take'), bulk(ids, 'take', { who: admin })])
    const owners = (await Promise.all(ids.map(caseOf))).map(({ assignee, version }) => [assignee, version])
    const of = (person: string) => owners.filter(([owner]) => owner === person).length
    expect([of(officer.personId) + of(admin.personId), owners.every(([, version]) => version === 2)]).toEqual([6, true])
    for (const [answer, person] of [[one, officer.personId] as const, [other, admin.personId] as const]) {
      const html = await page(answer)
      expect(html).toContain(`${of(person)} request`)
      expect([html.includes('changed by somebody else meanwhile'), person]).toEqual([of(person) < 6, person])
    }
    expect(await count('audit')).toBe(12)
  })

  it('stay as they are when somebody changed them, when their state does not lead there, or when they were so already; each is named', async () => {
    const [fresh = '', stale = '', waiting = '', spam = ''] = await several(4)
    await state(waiting, 'waiting')
    await state(spam, 'spam')
    const picked = await Promise.all(
      [fresh, stale, waiting, spam].map(async (id): Promise<[string, string]> => ['case', `${id}.${(await caseOf(id)).version}`]),
    )
    await state(stale, 'triage')
    const answer = await ask('/console/requests/bulk', { who: officer, form: [...picked, ['do', 'state:spam'], ['key', newFormKey()], ['back', '']] })
    const html = await page(answer)
    expect(html).toMatch(/1 request changed/)
    for (const [id, words] of [
      [stale, 'had been changed by somebody else meanwhile'],
      [waiting, 'cannot go there from its status'],
      [spam, 'was so already'],
    ] as const)
      expect(html).toMatch(new RegExp(`${words}[^]*${(await caseOf(id)).reference}`))
    expect((await Promise.all([fresh, stale, waiting, spam].map(caseOf))).map((one) => one.state)).toEqual(['spam', 'triage', 'waiting', 'spam'])
  })

  it.each([
    ['nothing selected', [], 'take', 'Select at least one request'],
    ['nothing to do', ['one'], '', 'Choose what to do'],
    ['an unknown act', ['one'], 'delete', 'Choose what to do'],
    ['a state there is not', ['one'], 'state:gone', 'Choose what to do'],
    ['somebody who is no colleague', ['one'], 'assign:per_stranger000000000000000000', 'Choose what to do'],
  ])('with %s stay selected, and the page says what is missing', async (_, which, act, words) => {
    const id = await arrive()
    const answer = await bulk(which.length === 0 ? [] : [id], act)
    const html = await answer.text()
    expect([answer.status, html.includes(words), (await caseOf(id)).version]).toEqual([422, true, 1])
    expect(html.includes(`value="${id}.1" checked`)).toBe(which.length > 0)
  })

  it('are at most a hundred', async () => {
    const picked = Array.from({ length: 101 }, (_, index): [string, string] => ['case', `cas_${String(index).padStart(26, '0')}.1`])
    const answer = await ask('/console/requests/bulk', { who: officer, form: [...picked, ['do', 'take'], ['key', newFormKey()], ['back', '']] })
    expect([answer.status, (await answer.text()).includes('at most 100')]).toEqual([422, true])
  })

  it('are selected all on a page by a link, without script', async () => {
    await several(3)
    const html = await (await ask('/console/requests?tick=all', { who: officer })).text()
    expect([...html.matchAll(/name="case" value="[^"]+" checked/g)]).toHaveLength(3)
    expect([html.includes('Select none'), await count('events')]).toEqual([true, 3])
  })
})

describe('undo', () => {
  it('puts state and owner of every case back, marks what it undid, and twice is once', async () => {
    const ids = await several(3)
    await bulk(ids, 'take')
    const answer = await bulk(ids, 'state:closed')
    const back = await undo(groupOf(answer), admin)
    expect(await page(back)).toMatch(/3 requests are as they were before/)
    expect(await page(back)).not.toContain('/console/requests/undo')
    await undo(groupOf(answer))
    for (const found of await Promise.all(ids.map(caseOf))) {
      expect([found.state, found.assignee, found.closedAt, found.version]).toEqual(['new', officer.personId, null, 4])
      const events = await eventsOf(DB, found.id)
      expect(events.map(({ kind }) => kind)).toEqual(['received', 'assigned', 'moved', 'undone'])
      expect([events[2]?.undoneAt, events[3]?.about, events[3]?.actor]).toEqual([NOW, events[2]?.id, admin.personId])
    }
  })

  it('leaves alone what was changed again since, and names it', async () => {
    const [one = '', other = ''] = await several(2)
    const answer = await bulk([one, other], 'take')
    await state(other, 'triage')
    expect(await page(answer)).toMatch(/was changed again since/)
    const html = await page(await undo(groupOf(answer)))
    expect(html).toMatch(/1 request is as it was before/)
    expect(html).toMatch(new RegExp(`was changed again since[^]*${(await caseOf(other)).reference}`))
    expect([(await caseOf(one)).assignee, (await caseOf(other)).assignee]).toEqual([null, officer.personId])
  })

  it('takes a case out of spam without a reason left behind', async () => {
    const ids = await several(1)
    await undo(groupOf(await bulk(ids, 'state:spam')))
    expect([(await caseOf(ids[0] ?? '')).state, (await caseOf(ids[0] ?? '')).spamReason]).toEqual(['new', null])
  })

  it('of one event is refused for another case, another kind, a second time, and of two at once one wins', async () => {
    const [id = '', other = ''] = await several(2)
    await state(id, 'triage')
    const [received, moved] = await eventsOf(DB, id)
    if (!received || !moved) throw new Error('no events')
    const code = async (found: string, event: typeof moved) => {
      const done = await undoEvent(READING, 'per_x', await caseOf(found), event, NOW)
      return done.ok ? 'done' : done.code
    }
    expect([await code(other, moved), await code(id, received)]).toEqual(['cannot', 'cannot'])
    expect((await Promise.all([code(id, moved), code(id, moved)])).toSorted()).toEqual(['done', 'stale'])
    const again = (await eventsOf(DB, id)).find((event) => event.id === moved.id) ?? moved
    expect([await code(id, again), (await caseOf(id)).state]).toEqual(['cannot', 'new'])
  })

  it('of a group nobody made changes nothing', async () => {
    expect((await undo(`grp_${'0'.repeat(32)}`)).status).toBe(303)
    expect((await undo('everything')).status).toBe(400)
  })
})

describe('what is done with several requests', () => {
  it.each([
    ['nobody', null, 303],
    ['a manager of an organisation', somebody('organisation-manager', { roles: [{ role: 'organisation-manager', scope: 'organisation:org_1' }] }), 404],
    ['a reviewer of a country', somebody('platform-reviewer', { roles: [{ role: 'platform-reviewer', scope: 'country:EE' }] }), 404],
    ['an auditor', somebody('auditor'), 404],
    ['an officer whose role sleeps', somebody('secretariat-officer', { roles: [], asleep: [{ role: 'secretariat-officer', scope: 'coalition' }] }), 303],
  ])('is refused for %s, and nothing changes', async (_, who, status) => {
    const id = await arrive()
    const group = groupOf(await bulk([id], 'take'))
    const before = await caseOf(id)
    const forms: [string, [string, string][]][] = [
      ['bulk', [['case', `${id}.${before.version}`] as [string, string], ['do', 'leave'], ['key', newFormKey()], ['back', '']]],
      ['undo', [['group', group] as [string, string], ['back', '']]],
      ['views', [['name', 'x'] as [string, string], ['query', '']]],
      ['views/delete', [['view', `viw_${'0'.repeat(26)}`] as [string, string]]],
    ]
    for (const [act, form] of forms) {
      const answer = await ask(`/console/requests/${act}`, { who, form })
      expect([act, answer.status]).toEqual([act, status])
    }
    expect(await caseOf(id)).toEqual(before)
  })
})
