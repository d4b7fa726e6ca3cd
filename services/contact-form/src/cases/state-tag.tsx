import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { Case } from './case.ts'

const TONES = { new: 'tn', triage: 'tn', 'in-progress': 'tn', waiting: 'warn', answered: 'ok', closed: 'ok', spam: 'tn', withdrawn: '', merged: '' } as const

/** The state of a case in the requester's words. */
export const StateTag = ({ speech, state }: { speech: Speech; state: Case['state'] }) => <Tag tone={TONES[state]}>{speech.t(`request.state.${state}`)}</Tag>
