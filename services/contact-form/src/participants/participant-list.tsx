import type { Speech } from '@stem/ui/speech'
import type { Participant } from './participant.ts'

/** Who takes part beside the requester, and the way to change it. */
export const ParticipantList = ({ speech: { t }, participants, manage }: { speech: Speech; participants: readonly Participant[]; manage: string }) => {
  const present = participants.filter(({ removedAt }) => removedAt === null)
  return (
    <section class="st g2" aria-labelledby="participants">
      <h2 id="participants">{t('participant.title')}</h2>
      {present.length > 0 && (
        <ul class="st g2">
          {present.map(({ name, role }) => (
            <li>
              {name} <span class="m">{t(`participant.role.${role}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={manage}>{t(present.length === 0 ? 'participant.add' : 'participant.change')}</a>
      </p>
    </section>
  )
}
