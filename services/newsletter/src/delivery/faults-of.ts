import type { CampaignProof } from '@stem/contracts/newsletter'

/** What is wrong with a campaign, a sentence each, for its operator; none when all is well. */
export function faultsOf({ totals, frozen, without, misdated, leftOut, entries, ledgerBroken, isAsApproved }: Omit<CampaignProof, 'faults'>): string[] {
  const { prepared = 0, ...byState } = totals
  const sum = Object.values(byState).reduce((whole, n) => whole + n, 0)
  return [
    ...(ledgerBroken === null
      ? []
      : [`The ledger of consents is broken at entry ${ledgerBroken}, after ${entries} whole ones: it was changed, or one before it is missing`]),
    ...(isAsApproved ? [] : ['Content or audience are not what was approved']),
    ...(sum === prepared ? [] : [`The states add up to ${sum} of ${prepared} rows`]),
    ...(frozen === null || frozen === prepared ? [] : [`There were ${frozen} rows when it was frozen, and there are ${prepared}`]),
    ...without.map((reader) => `${reader} got a mail without a consent that can be shown`),
    ...misdated.map((reader) => `${reader} got a mail that rests on an entry written after it`),
    ...leftOut.map((reader) => `${reader} consented, was meant, and has no row`),
  ]
}
