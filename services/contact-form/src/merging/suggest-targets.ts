import { fold, words } from '@stem/i18n/fold'
import { OPEN, type Case } from '../cases/case.ts'
import { CASE_COLUMNS, openCase, type CaseRow, type Reading } from '../cases/read-case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { termsOf } from '../cases/terms.ts'
import { sameRequester } from './target-of.ts'

/** Why a case may be the same matter: a mail said so, one requester, one organisation. */
export type Likeness = 'possible' | 'requester' | 'organisation'
/** A case that another may be merged into. */
export type Suggestion = { found: Case; why: Likeness }

const MOST = 10
const MOST_READ = 40

/** Open cases of which a case may be part, the likeliest first, at most ten. */
export async function suggestTargets(reading: Reading, found: Case): Promise<Suggestion[]> {
  const { db, keys } = reading
  const organisation = found.requester?.organisation ?? ''
  const [key, terms] = await Promise.all([
    found.requester === null ? '' : requesterKeyOf(keys, found.requester.address),
    termsOf(keys, [words(organisation).join(' ')]),
  ])
  const { results } = await db
    .prepare(
      `SELECT ${CASE_COLUMNS} FROM cases WHERE id <> ?1 AND state IN (SELECT value FROM json_each(?2)) AND (id = ?3 OR requester_key = ?4 OR id IN (
         SELECT case_id FROM case_terms WHERE term IN (SELECT value FROM json_each(?5)) GROUP BY case_id HAVING count(*) = json_array_length(?5)))
       ORDER BY updated_at DESC LIMIT ${MOST_READ}`,
    )
    .bind(found.id, JSON.stringify(OPEN), found.possiblyOf ?? '', key, JSON.stringify(terms))
    .all<CaseRow>()
  const likenessOf = (one: Case): Likeness | null => {
    if (one.id === found.possiblyOf) return 'possible'
    if (sameRequester(one, found)) return 'requester'
    return organisation !== '' && fold(one.requester?.organisation ?? '') === fold(organisation) ? 'organisation' : null
  }
  const opened = await Promise.all(results.map((row) => openCase(reading, row)))
  const order: Likeness[] = ['possible', 'requester', 'organisation']
  return opened
    .flatMap((one): Suggestion[] => {
      const why = likenessOf(one)
      return why === null ? [] : [{ found: one, why }]
    })
    .toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why))
    .slice(0, MOST)
}
