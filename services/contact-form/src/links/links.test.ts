import { beforeEach, describe, expect, it } from 'vitest'
import { eventsOf } from '../cases/event.ts'
import { undoAny } from '../desk-case/undo-any.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, DB, emptyAll, NOW, READING, somebody } from '../testing/asking.ts'
import { linksOf } from './link.ts'

const officer = somebody('secretariat-officer')
const ASTRA = 'org_00000000000000000000000001'
const GIRLS = 'itm_00000000000000000000000001'
beforeEach(emptyAll)

async function send(id: string, form: Record<string, string>, version?: number) {
  return ask(`/console/requests/${id}/links`, { who: officer, form: { version: String(version ?? (await caseOf(id)).version), do: 'link', ...form } })
}
const linked = async (id: string) => (await linksOf(DB, id)).map(({ kind, label, others }) => [kind, label, others])
const undoLast = async (id: string) => undoAny(READING, 'per_a', await caseOf(id), (await eventsOf(DB, id)).at(-1)?.id ?? '', NOW)

describe('links of a case', () => {
  it('lead to what is public, under the name its owner gives it, and tell how many others are linked', async () => {
    const [a, b] = [await arrive(), await arrive()]
    const search = await (await ask(`/console/requests/${a}/links?kind=organisation&q=astra`, { who: officer })).text()
    expect(search).toMatch(new RegExp(`1 found[^]*value="${ASTRA}"`))
    await send(a, { kind: 'organisation', target: ASTRA, q: 'astra' })
    await send(a, { kind: 'practice', target: GIRLS, q: 'girls' })
    await send(a, { kind: 'country', target: 'EE' })
    await send(b, { kind: 'country', target: 'EE' })
    expect(await linked(a)).toEqual([
      ['practice', 'Girls code', 0],
      ['organisation', 'Astra', 0],
      ['country', 'EE', 1],
    ])
    const page = await (await ask(`/console/requests/${a}`, { who: officer })).text()
    expect(page).toMatch(new RegExp(`href="/id/${GIRLS}"[^]*href="/id/${ASTRA}"[^]*href="/countries/ee">Estonia[^]*1 other request`))
    expect(page).toContain('Linked: Estonia')
  })

  it('are made once, refuse what is not public, and change nothing for an old page', async () => {
    const id = await arrive()
    expect((await send(id, { kind: 'organisation', target: 'org_00000000000000000000000009', q: 'astra' })).status).toBe(404)
    expect((await send(id, { kind: 'country', target: 'ZZ' })).status).toBe(404)
    const both = await Promise.all([send(id, { kind: 'country', target: 'EE' }, 1), send(id, { kind: 'country', target: 'FR' }, 1)])
    expect([both.map(({ status }) => status).toSorted(), (await linked(id)).length, (await eventsOf(DB, id)).length]).toEqual([[303, 409], 1, 2])
    const again = (await linksOf(DB, id))[0]?.target ?? ''
    expect((await send(id, { kind: 'country', target: again }, 1)).status).toBe(303)
    expect(await eventsOf(DB, id)).toHaveLength(2)
  })

  it('are taken away, and both ways are undone while nothing came later', async () => {
    const id = await arrive()
    await send(id, { kind: 'organisation', target: ASTRA, q: 'astra' })
    expect([await undoLast(id), await linked(id)]).toEqual([{ ok: true, value: null }, []])
    await send(id, { kind: 'organisation', target: ASTRA, q: 'astra' })
    await send(id, { do: 'unlink', kind: 'organisation', target: ASTRA })
    expect([await undoLast(id), await linked(id)]).toEqual([{ ok: true, value: null }, [['organisation', 'Astra', 0]]])
    await DB.prepare("UPDATE case_links SET added_by = 'requester'").run()
    await send(id, { do: 'unlink', kind: 'organisation', target: ASTRA })
    await undoLast(id)
    expect((await linksOf(DB, id))[0]?.addedBy).toBe('requester')
    const [, first] = await eventsOf(DB, id)
    expect(await undoAny(READING, 'per_a', await caseOf(id), first?.id ?? '', NOW)).toMatchObject({ ok: false })
  })
})
