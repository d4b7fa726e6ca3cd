import { beforeEach, expect, it } from 'vitest'
import { approve } from '../campaigns/approve.ts'
import { emptyIssue } from '../issue/issue.ts'
import { ANNA, at, drafted, readers, released, runOut, runningWith, serverOf } from '../testing/campaigning.ts'
import { askDesk, begun, campaign } from '../testing/composing.ts'
import { ask, count, DB, emptyAll, NOW } from '../testing/reading.ts'
import { archiveFinished } from './archive-finished.ts'

beforeEach(emptyAll)

const finish = (id: string) => DB.prepare("UPDATE campaigns SET state = 'finished', started_at = ?2, finished_at = ?2 WHERE id = ?1").bind(id, NOW).run()

it('an issue goes into the archive by itself once it is out, when whoever approved it left the tick, and stays out when taken out', async () => {
  const [yes, no] = [await drafted(), await drafted()]
  await approve({ db: DB }, await at(yes), ANNA.personId, NOW)
  await approve({ db: DB }, await at(no), ANNA.personId, NOW, { toArchive: false })
  await archiveFinished({ db: DB }, NOW)
  expect(await count('campaigns', 'archived_at IS NOT NULL')).toBe(0)
  await finish(yes)
  await finish(no)
  for (let runs = 0; runs < 2; runs++) await archiveFinished({ db: DB }, NOW + 1)
  expect([(await at(yes)).archivedAt, (await at(no)).archivedAt]).toEqual([NOW + 1, null])
  expect(await count('audit', "action = 'campaign.archived' AND actor = 'system'")).toBe(1)
  expect((await askDesk(`/console/newsletter/${yes}/archive`, { form: { do: 'remove' } })).status).toBe(303)
  await archiveFinished({ db: DB }, NOW + 2)
  expect((await at(yes)).archivedAt).toBeNull()
})

it('mails of an issue that goes there lead to it, and it is there before the first of them', async () => {
  await readers(3)
  const shown: number[] = []
  const { handed, transport } = serverOf(async () => {
    shown.push((await count('campaigns', 'archived_at IS NOT NULL')) ?? 0)
    return { outcome: 'sent', reference: 'r' }
  })
  const id = await released({}, { toArchive: true })
  await runOut(runningWith(transport), id)
  const { slug } = await at(id)
  expect([handed.length, shown]).toEqual([3, [1, 1, 1]])
  for (const { text, html } of handed) {
    expect(text).toContain(`https://stem.example/newsletter/archive/${slug}`)
    expect(html).toContain(`href="https://stem.example/newsletter/archive/${slug}"`)
  }
  expect((await ask(`/newsletter/archive/${slug}`)).status).toBe(200)

  const own = await released()
  handed.length = 0
  await runOut(runningWith(transport), own)
  expect([handed.length, handed.some(({ text }) => text.includes('/newsletter/archive/')), (await at(own)).slug]).toEqual([3, false, null])
})

it('the tick stands in the form that hands an issue over', async () => {
  const { id, path } = await begun()
  const text = { subject: 'S', preheader: 'p', blocks: [{ id: 'aaaaaa', kind: 'text', text: 'Hello' }] }
  await DB.prepare('UPDATE campaigns SET content = ?2 WHERE id = ?1')
    .bind(id, JSON.stringify({ ...emptyIssue(), en: text }))
    .run()
  expect(await (await askDesk(`${path}/check`)).text()).toMatch(/name="archive" value="yes" checked/)
  const { version } = await campaign(id)
  expect((await askDesk(`${path}/approval`, { form: { version: String(version) } })).status).toBe(303)
  expect(await campaign(id)).toMatchObject({ state: 'approved', toArchive: 0 })
})
