import type { Limit } from '@stem/jobs/turns'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Limits by address, network and account. Counted in the database, so they hold everywhere at once. */
export const LIMITS = {
  signInByAddress: { name: 'sign-in-address', most: 5, window: 15 * MINUTE },
  signInByNetwork: { name: 'sign-in-network', most: 40, window: 15 * MINUTE },
  codeByNetwork: { name: 'code-network', most: 60, window: 15 * MINUTE },
  applyByNetwork: { name: 'apply-network', most: 10, window: HOUR },
  applyByAddress: { name: 'apply-address', most: 3, window: 24 * HOUR },
  inviteByPerson: { name: 'invite-person', most: 50, window: 24 * HOUR },
  inviteByAddress: { name: 'invite-address', most: 5, window: 24 * HOUR },
  exportByPerson: { name: 'export-person', most: 20, window: HOUR },
  recoverByPerson: { name: 'recover-person', most: 5, window: HOUR },
} as const satisfies Record<string, Limit>
