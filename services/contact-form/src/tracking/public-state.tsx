import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { State } from '../cases/case.ts'
import { publicState } from './timeline.ts'

const TONES = { new: 'tn', triage: 'tn', 'in-progress': 'tn', waiting: 'warn', answered: 'ok', closed: 'ok', withdrawn: '', merged: '' } as const

/** Where a request stands, as its requester is told it. */
export const PublicStateTag = ({ speech, state }: { speech: Speech; state: State }) => {
  const told = publicState(state)
  return (
    <Tag tone={TONES[told]} icon="circle-dot">
      {speech.t(`tracking.state.${told}`)}
    </Tag>
  )
}
