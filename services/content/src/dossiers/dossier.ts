import type { FollowUpState } from '../instruments/recommendation.ts'
import type { Side } from '../instruments/instrument.ts'
import type { RecordDoc } from '../listing/record-of-row.ts'
import type { CardRow } from '../facts/card.ts'

/** What a published instrument recommends, and how each country stands to it. `country` is null where it is not named. */
export type Advice = {
  texts: Record<string, string>
  owner: { name: string }
  due: string | null
  followUps: { country: string | null; state: FollowUpState; on: string; source: string | null }[]
}

/** What the projection holds of a taskforce, roundtable or policy briefing. */
export type DossierDoc = RecordDoc & {
  organisation?: string | null
  start?: string | null
  end?: string | null
  status?: string | null
  participants?: Partial<Record<Side, string[]>>
  recommendations?: Advice[]
}

/** What the projection holds of a working group. `members`: organisations, in words. */
export type WorkingGroupDoc = RecordDoc & { start?: string | null; status?: string | null; members?: string | string[] | null }

export const dossierDoc = (row: CardRow): DossierDoc => JSON.parse(row.doc) as DossierDoc
export const workingGroupDoc = (row: CardRow): WorkingGroupDoc => JSON.parse(row.doc) as WorkingGroupDoc

/** The organisations of a working group, one by one. */
export const membersOf = ({ members }: WorkingGroupDoc): string[] => (typeof members === 'string' ? [members] : (members ?? []))

/** What an instrument recommends. */
export const adviceOf = (row: CardRow): Advice[] => dossierDoc(row).recommendations ?? []
