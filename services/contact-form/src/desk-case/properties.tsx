import { Facts } from '@stem/ui/facts'
import { Select, untouched } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { NEXT, type Case } from '../cases/case.ts'
import { DueTag } from '../promises/due-words.tsx'
import { SeenVersion } from './seen-version.tsx'

type Props = { speech: Speech; found: Case; names: Record<string, string>; me: string; action: string; now: number }

/** Whose the case is, where it stands, and what is known of who asked. */
export const Properties = ({ speech, found, names, me, action, now }: Props) => {
  const { t, f } = speech
  const { requester, assignee } = found
  const next = NEXT[found.state]
  return (
    <aside class="cp st" aria-label={t('console.properties')}>
      <form class="st" method="post" action={action}>
        <SeenVersion found={found} />
        <p>
          {t('request.assignee')}: <b>{assignee === null ? t('request.nobody') : (names[assignee] ?? t('request.forgotten'))}</b>
        </p>
        <div>
          <button class="b q" name="do" value={assignee === me ? 'leave' : 'take'}>
            {t(assignee === me ? 'request.leave' : 'request.take')}
          </button>
        </div>
      </form>
      {next.length > 0 && (
        <form class="st" method="post" action={action}>
          <SeenVersion found={found} />
          <Select
            speech={speech}
            state={untouched()}
            name="state"
            label={t('console.state')}
            options={next.map((one) => [one, t(`request.state.${one}`)] as const)}
          />
          <div>
            <button class="b q" name="do" value="state">
              {t('forms.save')}
            </button>
          </div>
        </form>
      )}
      <Facts
        rows={[
          found.dueAt === null ? null : [t('due.label'), <DueTag speech={speech} dueAt={found.dueAt} now={now} />],
          [t('join.contact.name'), requester?.name ?? '–'],
          [t('account.address'), requester?.address ?? '–'],
          [t('join.organisation'), requester?.organisation ?? '–'],
          [t('join.country'), found.country === null ? '–' : f.countryName(found.country)],
          [t('account.language'), f.languageName(found.locale)],
          [t('console.arrived'), f.dateTime(found.createdAt)],
          found.satisfaction === null ? null : [t('request.rate'), `${f.number(found.satisfaction)} / 5`],
        ]}
      />
    </aside>
  )
}
