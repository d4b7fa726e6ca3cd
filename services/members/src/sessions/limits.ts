const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a session lives: without being used, and at most. Staff roles reach far, so a forgotten browser matters more. */
export const LIFE = {
  member: { idle: 14 * DAY, absolute: 30 * DAY },
  staff: { idle: 30 * MINUTE, absolute: 12 * HOUR },
} as const

/** How long a passkey assertion keeps staff roles awake. */
export const AWAKE = 12 * HOUR

/** How often the time of last use is written, at most. */
export const SEEN_EVERY = 5 * MINUTE
