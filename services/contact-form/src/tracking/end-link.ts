import { mailRow } from '@stem/mail/mails-table'
import { ok, fail, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import type { Reading } from '../cases/read-case.ts'
import { onNewest } from '../cases/say.ts'

/** Ends every link to a case there is, and mails a new one to its requester: whoever was given the old one by mistake sees nothing more. */
export async function endLink(reading: Reading, found: Case, now: number): Promise<Result<null, 'stale'>> {
  const done = await onNewest(
    reading,
    found,
    async ({ id, linkEpoch, requester, personId, locale }) => {
      if (linkEpoch !== found.linkEpoch) return fail('ended')
      const mail = requester
        ? [mailRow(reading.db, { id: `${id}.link.${linkEpoch + 1}`, kind: 'link', personId, address: requester.address, locale, facts: { case: id } }, now)]
        : []
      return ok({ kind: 'revoked', actor: personId ?? 'requester', set: { linkEpoch: linkEpoch + 1 }, rest: mail })
    },
    now,
  )
  return !done.ok && done.code === 'stale' ? fail('stale') : ok(null)
}
