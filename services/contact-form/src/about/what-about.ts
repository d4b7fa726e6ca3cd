import type { RequestContext } from '@stem/contracts/context'
import { log, messageOf } from '@stem/web/log'
import type { Env } from '../env.ts'

/** What a request is about: a practice somebody wants to use, or an organisation they want help with. `lang`: language of the title. */
export type About = { kind: 'practice' | 'organisation'; id: string; title: string; lang: string | null }

/** Ids as a form carries them, as they come in; what is no id is none. */
export type Wanted = { practice: string; organisation: string }

const PRACTICE = /^itm_[0-9a-z]{26}$/
const ORGANISATION = /^org_[0-9a-z]{26}$/

/** The ids of `wanted` that are ids. */
export const idsOf = ({ practice, organisation }: Wanted): Wanted => ({
  practice: PRACTICE.test(practice) ? practice : '',
  organisation: ORGANISATION.test(organisation) ? organisation : '',
})

const failing = (which: string, requestId: string) => (thrown: unknown) => {
  log('error', 'about.failed', { which, requestId, why: messageOf(thrown) })
  return undefined
}

/**
 * What `wanted` names, with titles as they are public today; what is not public is left out. When a service does not answer, the id
 * stands for the title: what somebody came from is not lost.
 */
export async function whatAbout({ CONTENT, MEMBERS }: Pick<Env, 'CONTENT' | 'MEMBERS'>, wanted: Wanted, context: RequestContext): Promise<About[]> {
  const { practice, organisation } = idsOf(wanted)
  const [card, found] = await Promise.all([
    practice === '' ? null : Promise.resolve(CONTENT.cardOf(practice, context)).catch(failing('practice', context.requestId)),
    organisation === '' ? null : Promise.resolve(MEMBERS.addressOf(organisation, context)).catch(failing('organisation', context.requestId)),
  ])
  const about: About[] = []
  if (card === undefined) about.push({ kind: 'practice', id: practice, title: practice, lang: null })
  else if (card?.type === 'practice') about.push({ kind: 'practice', id: card.id, title: card.title, lang: card.locale })
  if (found === undefined) about.push({ kind: 'organisation', id: organisation, title: organisation, lang: null })
  else if (found?.found === 'organisation') about.push({ kind: 'organisation', id: found.organisation.id, title: found.organisation.name, lang: null })
  return about
}

/** Statements that link a case with what it is about; put them into the batch of the request. */
export const aboutRows = (db: D1Database, caseId: string, about: readonly About[], addedBy: string, now: number): D1PreparedStatement[] =>
  about.map(({ kind, id, title }) =>
    db
      .prepare('INSERT INTO case_links (case_id, kind, target, label, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .bind(caseId, kind, id, title, addedBy, now),
  )

/** What the requester said a case is about, as it was called then. Links of staff are not among it. */
export async function aboutOf(db: D1Database, caseId: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT l.label FROM case_links l JOIN cases c ON c.id = l.case_id
       WHERE l.case_id = ? AND l.added_by IN ('requester', c.person_id) ORDER BY l.kind, l.label`,
    )
    .bind(caseId)
    .all<{ label: string }>()
  return results.map(({ label }) => label)
}
