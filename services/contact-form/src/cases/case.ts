import type { PromiseKind } from '../promises/due-of.ts'

/** What is asked for. */
export const KINDS = ['policy-briefing', 'taskforce', 'roundtable', 'question'] as const
/** A kind of request. */
export type Kind = (typeof KINDS)[number]

/** States of a case. */
export const STATES = ['new', 'triage', 'in-progress', 'waiting', 'answered', 'closed', 'spam', 'withdrawn', 'merged'] as const
/** A state. */
export type State = (typeof STATES)[number]

/** Where staff may take a case from each state. A message of the requester moves it by itself. */
export const NEXT: Record<State, readonly State[]> = {
  new: ['triage', 'in-progress', 'waiting', 'answered', 'closed', 'spam'],
  triage: ['in-progress', 'waiting', 'answered', 'closed', 'spam'],
  'in-progress': ['waiting', 'answered', 'closed', 'spam'],
  waiting: ['in-progress', 'answered', 'closed'],
  answered: ['in-progress', 'waiting', 'closed'],
  closed: ['in-progress'],
  spam: ['new'],
  withdrawn: [],
  merged: [],
}

/** States in which the secretariat has something to do or to wait for. */
export const OPEN: readonly State[] = ['new', 'triage', 'in-progress', 'waiting', 'answered']

/** States in which nobody works on it any more. */
export const DONE: readonly State[] = ['closed', 'withdrawn', 'merged']

/** Who asked. Null fields were not given. */
export type Requester = { name: string; address: string; organisation: string | null; job: string | null }

/** A case as staff work on it. */
export type Case = {
  id: string
  reference: string
  kind: Kind
  state: State
  country: string | null
  requester: Requester | null
  personId: string | null
  locale: string
  assignee: string | null
  /** How it came: form, api, mail, split */
  source: string
  /** Subject of the mail it came by. */
  subject: string | null
  /** Why it was taken for spam, as a code. */
  spamReason: string | null
  /** Another case that it may belong to. */
  possiblyOf: string | null
  mergedInto: string | null
  /** The promise that is due next: read or answer. */
  promise: PromiseKind | null
  dueAt: number | null
  linkEpoch: number
  satisfaction: number | null
  version: number
  createdAt: number
  updatedAt: number
  closedAt: number | null
}

/** Something said in public between requester, participants and staff. `via`: page, mail or api. `repeats`: id of an earlier message that says the same. */
export type Message = {
  id: string
  at: number
  side: 'requester' | 'staff' | 'participant'
  author: string | null
  body: string
  via: string
  repeats: string | null
}
/** Something said among staff. */
export type Note = { at: number; author: string; body: string }

/** Everything that makes the seal of a case: texts of one case cannot be read as texts of another. */
export const placeOf = (id: string): string => `case ${id}`
