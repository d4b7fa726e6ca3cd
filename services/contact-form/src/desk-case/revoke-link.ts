import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import type { Reading } from '../cases/read-case.ts'

/** Ends every link of the requester and mails them a new one. `stale`: somebody else worked on the case, and nothing was written. */
export async function revokeLink({ db }: Reading, who: string, found: Case, version: number, now: number): Promise<Result<null, 'stale'>> {
  if (version !== found.version) return fail('stale')
  const { id, requester, personId, locale } = found
  const linkEpoch = found.linkEpoch + 1
  const rest = requester
    ? [mailRow(db, { id: `${id}.link.${linkEpoch}`, kind: 'link', personId, address: requester.address, locale, facts: { case: id } }, now)]
    : []
  const done = await changeCase(db, found, { kind: 'revoked', actor: who, set: { linkEpoch }, rest }, now)
  return done.ok ? ok(null) : done
}
