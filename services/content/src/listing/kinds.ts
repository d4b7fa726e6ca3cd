import type { ListName } from '@stem/contracts/lists'
import { adoptions } from '../adoption/adoption.ts'
import { policyBriefings, roundtables, taskforces, workingGroups } from '../dossiers/dossiers-list.ts'
import { events } from '../events/events-list.ts'
import { news } from '../news/news-list.ts'
import { policy } from '../policy/policy-list.ts'
import { practices } from '../practices/practices-list.ts'
import { projects } from '../projects/projects-list.ts'
import { publications } from '../publications/publications-list.ts'
import type { ListKind } from './list-kind.ts'

/** How each list is read and drawn. */
export const KINDS: Record<ListName, ListKind> = {
  practices,
  publications,
  news,
  policy,
  projects,
  events,
  taskforces,
  'working-groups': workingGroups,
  roundtables,
  'policy-briefings': policyBriefings,
  adoptions,
}
