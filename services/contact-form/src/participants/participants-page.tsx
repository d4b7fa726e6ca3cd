import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { Cards, ErrorSummary, Field, Hidden, Select, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { capital, type Speech } from '@stem/ui/speech'
import { OPEN, type Case } from '../cases/case.ts'
import { ROLES, type Participant } from './participant.ts'

type Props = { speech: Speech; found: Case; participants: readonly Participant[]; state: FormState; problem?: string }

/** Who takes part beside the requester: the list, and the form for one more. */
export const ParticipantsPage = ({ speech, found, participants, state, problem }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, `/console/requests/${found.id}/participants`)
  const present = participants.filter(({ removedAt }) => removedAt === null)
  const labels = { name: t('desk.name'), address: t('account.address'), role: t('participant.role'), locale: t('account.language') }
  return (
    <>
      <ErrorSummary speech={speech} state={state} labels={labels} />
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <p class="n">{t('participant.text')}</p>
      {present.length > 0 && (
        <ul class="st" aria-label={t('participant.title')}>
          {present.map(({ id, name, address, role, addedAt }) => (
            <li>
              <form class="cl" method="post" action={here}>
                <Hidden name="version" value={String(found.version)} />
                <Hidden name="participant" value={id} />
                <span>
                  <b>{name}</b>, {address}
                  <br />
                  <span class="s m">
                    {t(`participant.role.${role}`)}, {t('participant.since', { date: f.day(addedAt) })}
                  </span>
                </span>
                <button class="b q" name="do" value="remove">
                  {t('links.remove')}
                  <span class="vh"> {name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {OPEN.includes(found.state) && (
        <form class="c st" method="post" action={`${here}#es`} novalidate>
          <h2>{t('participant.add')}</h2>
          <Hidden name="version" value={String(found.version)} />
          <Cards
            speech={speech}
            state={state}
            name="role"
            label={labels.role}
            options={ROLES.map((role) => ({ value: role, label: capital(t(`participant.role.${role}`)), about: t(`participant.role.${role}.about`) }))}
          />
          <Field speech={speech} state={state} name="name" label={labels.name} most={100} />
          <Field speech={speech} state={state} name="address" type="email" label={labels.address} hint={t('participant.address.hint')} most={254} />
          <Select speech={speech} state={state} name="locale" label={labels.locale} options={SHIPPED.map((one) => [one, LOCALES[one]] as const)} />
          <div class="cl">
            <button class="b" name="do" value="add">
              {t('participant.add.button')}
            </button>
            <a href={localPath(locale, `/console/requests/${found.id}`)}>{t('forms.back')}</a>
          </div>
        </form>
      )}
    </>
  )
}
