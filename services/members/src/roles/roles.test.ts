import { beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../audit/verify-audit.ts'
import { ask, DB, emptyAll, idOf, NOW, personRows, twoOrganisations, whoIs } from '../testing/world.ts'

let own = ''
beforeEach(async () => {
  await emptyAll()
  ;({ own } = await twoOrganisations())
  await DB.batch([
    ...(await personRows({ number: 1, grants: [['secretariat-admin', 'coalition']] })),
    ...(await personRows({ number: 2, grants: [['organisation-manager', `organisation:${own}`]] })),
    ...(await personRows({ number: 3 })),
    ...(await personRows({ number: 4, grants: [['platform-manager', 'country:DK']] })),
  ])
})
const grant = async (by: number, to: number, form: Record<string, string>) => ask(`/console/people/${idOf('per', to)}/grant`, { who: await whoIs(by), form })
const end = async (by: number, of: number, index = 0) =>
  ask(`/console/people/${idOf('per', of)}/end`, { who: await whoIs(by), form: { grant: idOf('grt', of * 10 + index) } })
const open = async (number: number) =>
  (await DB.prepare('SELECT role, scope FROM role_grants WHERE person_id = ? AND ended_at IS NULL').bind(idOf('per', number)).all()).results

describe('a role', () => {
  it('given twice is one, and ends every session of its holder at once', async () => {
    expect(await whoIs(3)).not.toBeNull()
    await grant(1, 3, { role: 'platform-reviewer', country: 'DK' })
    await grant(1, 3, { role: 'platform-reviewer', country: 'DK' })
    expect(await open(3)).toEqual([{ role: 'platform-reviewer', scope: 'country:DK' }])
    expect(await whoIs(3)).toBeNull()
  })

  it('is given by nobody to themselves, and by a platform manager only inside the own country and below', async () => {
    expect((await grant(1, 1, { role: 'auditor' })).headers.get('location')).toContain('refused=forbidden')
    expect((await grant(4, 3, { role: 'platform-reviewer', country: 'FR' })).status).toBe(404)
    expect((await grant(4, 3, { role: 'platform-manager', country: 'DK' })).status).toBe(404)
    expect((await grant(4, 3, { role: 'organisation-editor', organisation: own })).status).toBe(303)
    expect(await open(3)).toEqual([{ role: 'organisation-editor', scope: `organisation:${own}` }])
  })

  it('needs a place of the right kind', async () => {
    expect((await grant(1, 3, { role: 'platform-reviewer' })).headers.get('location')).toContain('refused=no_place')
    expect((await grant(1, 3, { role: 'organisation-editor', organisation: idOf('org', 1) })).headers.get('location')).toContain('refused=no_place')
  })

  it('needs a passkey used in the last quarter of an hour', async () => {
    await DB.prepare('UPDATE sessions SET asserted_at = ?')
      .bind(NOW - 16 * 60_000)
      .run()
    expect((await grant(1, 3, { role: 'auditor' })).headers.get('location')).toContain('/account/step-up')
    expect(await open(3)).toEqual([])
  })

  it('of the last administrator and of the last manager who leaves stays', async () => {
    expect((await end(1, 1)).headers.get('location')).toContain('refused=last')
    const leaving = await ask(`/my-organisation/${own}/people/end`, { who: await whoIs(2), form: { grant: idOf('grt', 20) } })
    expect(leaving.status).toBe(409)
    expect([await open(1), await open(2)].map((roles) => roles.length)).toEqual([1, 1])
  })

  it('of two administrators who both leave at once stays with one', async () => {
    await DB.batch(await personRows({ number: 5, grants: [['secretariat-admin', 'coalition']] }))
    await Promise.all([end(1, 1), end(5, 5)])
    expect((await open(1)).length + (await open(5)).length).toBe(1)
  })

  it('of the last manager can be ended by the secretariat', async () => {
    expect((await end(1, 2)).status).toBe(303)
    expect(await open(2)).toEqual([])
  })
})

describe('an administrator', () => {
  const act = async (what: string, to = 3) => ask(`/console/people/${idOf('per', to)}/act`, { who: await whoIs(1), form: { act: what } })

  it('locks an account, so that no session and no new sign-in is left, and opens it again', async () => {
    await act('lock')
    expect(await whoIs(3)).toBeNull()
    expect(await DB.prepare('SELECT state FROM persons WHERE id = ?').bind(idOf('per', 3)).first()).toEqual({ state: 'locked' })
    expect((await act('lock')).status).toBe(404)
    expect((await act('unlock')).status).toBe(303)
  })

  it('restores access by forgetting passkeys, never their own, and the owner is told', async () => {
    await act('recover')
    expect(await DB.prepare('SELECT count(*) AS n FROM passkeys WHERE person_id = ?').bind(idOf('per', 3)).first()).toEqual({ n: 0 })
    expect(await DB.prepare("SELECT count(*) AS n FROM mails WHERE kind = 'recovered'").first()).toEqual({ n: 1 })
    expect((await act('recover', 1)).headers.get('location')).toContain('refused=forbidden')
  })
})

describe('the audit log', () => {
  it('finds a changed, a deleted and an inserted entry', async () => {
    for (const country of ['DK', 'FR', 'NL', 'BE']) await grant(1, 3, { role: 'platform-reviewer', country })
    expect(await verifyAudit({ db: DB })).toEqual({ checked: 4, broken: null })
    await DB.prepare("UPDATE audit SET detail = replace(detail, 'FR', 'IT') WHERE seq = 2").run()
    expect((await verifyAudit({ db: DB })).broken).toBe(2)
    await DB.prepare("UPDATE audit SET detail = replace(detail, 'IT', 'FR') WHERE seq = 2").run()
    await DB.prepare('DELETE FROM audit WHERE seq = 3').run()
    expect((await verifyAudit({ db: DB })).broken).toBe(4)
  })

  it('holds an entry for each change and none for a refused one', async () => {
    await grant(1, 3, { role: 'auditor' })
    await grant(4, 3, { role: 'auditor' })
    expect((await DB.prepare('SELECT actor, action, object FROM audit').all()).results).toEqual([
      { actor: idOf('per', 1), action: 'role.granted', object: idOf('per', 3) },
    ])
  })
})
