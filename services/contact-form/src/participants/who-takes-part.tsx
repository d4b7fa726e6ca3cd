import type { Speech } from '@stem/ui/speech'
import type { Participant } from './participant.ts'

/** Tells everybody in a conversation who else reads it. */
export const WhoTakesPart = ({ speech: { t, f }, participants }: { speech: Speech; participants: readonly Participant[] }) => {
  const present = participants.filter(({ removedAt }) => removedAt === null)
  return present.length === 0 ? null : (
    <p class="s m">{t('participant.who', { names: f.list(present.map(({ name, role }) => `${name} (${t(`participant.role.${role}`)})`)) })}</p>
  )
}
