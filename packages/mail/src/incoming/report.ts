import { failureFrom, type Failure } from '../failure.ts'

const MOST = 50_000

/** A field of a report, with the lines it goes on for; null when it is not there. */
function fieldOf(group: string, name: string): string | null {
  const found = new RegExp(`^${name}[ \\t]*:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(group)?.[1]
  return found === undefined ? null : found.replaceAll(/\s+/g, ' ').trim()
}

/**
 * The failure that a report tells of (RFC 3464, 2.3): of the first receiver for whom delivery was given up; null when it was delayed,
 * relayed or delivered. Addresses in the report are not read: anybody can write one.
 */
export function failureIn(statuses: readonly string[]): Failure | null {
  for (const group of statuses.flatMap((part) => part.slice(0, MOST).split(/\r?\n[ \t]*\r?\n/))) {
    if (!/^failed\b/i.test(fieldOf(group, 'action') ?? '')) continue
    const status = /^([45]\.\d{1,3}\.\d{1,3})\b/.exec(fieldOf(group, 'status') ?? '')?.[1] ?? null
    return failureFrom(status, fieldOf(group, 'diagnostic-code') ?? '')
  }
  return null
}

/** Whether a report is a complaint about a mail (RFC 5965): abuse, or anything else but a note that it is none. */
export const isComplaint = (complaints: readonly string[]): boolean =>
  complaints.some((part) => /^(abuse|fraud|virus|other|opt-out|opt-out-list)\b/i.test(fieldOf(part.slice(0, MOST), 'feedback-type') ?? ''))
