import type { Stage } from '@stem/contracts/content'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { Item } from '../publish/save-item.ts'
import type { FollowUpState } from './recommendation.ts'

/** The stage of an instrument in words. */
export const StageTag = ({ speech, stage }: { speech: Speech; stage: Stage }) => (
  <Tag tone={stage === 'closed' ? 'ok' : 'tn'}>{speech.t(`instruments.stage.${stage}`)}</Tag>
)

/** Who sees it: nobody yet, members, or everybody. */
export const SeenByTag = ({ speech, state, visibility }: { speech: Speech } & Pick<Item, 'state' | 'visibility'>) => (
  <Tag>{speech.t(state === 'published' ? `instruments.seen.${visibility}` : 'instruments.seen.staff')}</Tag>
)

const TONES = { open: '', considered: 'tn', 'in-progress': 'tn', adopted: 'ok', rejected: 'bad' } as const

/** How a country stands to a recommendation. */
export const FollowUpTag = ({ speech, state }: { speech: Speech; state: FollowUpState }) => (
  <Tag tone={TONES[state]}>{speech.t(`instruments.following.${state}`)}</Tag>
)
