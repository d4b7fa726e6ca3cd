import type { MembersService } from '@stem/contracts/members'
import type { ShippedLocale } from '@stem/i18n/locales'
import { newId } from '@stem/jobs/ids'
import { takeTurn } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import type { Campaign } from '../campaigns/campaign.ts'
import type { Desk } from '../readers/reader.ts'

const BY_PERSON = { name: 'newsletter-test', most: 20, window: 60 * 60_000 }

/**
 * Sends an issue as it stands to who asks, and to nobody else, marked as a test. `too_many`: twenty in this hour. `no_address`: the
 * members service knows none.
 */
export async function askForTest(
  desk: Desk,
  members: Pick<MembersService, 'mailAddressOf'>,
  campaign: Pick<Campaign, 'id' | 'version'>,
  { personId, locale }: { personId: string; locale: ShippedLocale },
  now: number,
): Promise<Result<null, 'too_many' | 'no_address'>> {
  if (!(await takeTurn({ db: desk.db, key: desk.tokenKey }, BY_PERSON, personId, now))) return fail('too_many')
  const address = await members.mailAddressOf(personId)
  if (address === null) return fail('no_address')
  const facts = { campaign: campaign.id, version: campaign.version }
  await mailRow(desk.db, { id: `${newId('tst', now)}.test`, kind: 'test', personId, address, locale, facts }, now).run()
  return ok(null)
}
