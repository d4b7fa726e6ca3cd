import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Select, untouched } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { NEXT, OPEN } from '../cases/case.ts'
import { LinkFacts } from '../links/link-facts.tsx'
import { ParticipantList } from '../participants/participant-list.tsx'
import { DueTag } from '../promises/due-words.tsx'
import type { DeskView } from './read-desk.ts'
import { SeenVersion } from './seen-version.tsx'

type Props = { speech: Speech; view: DeskView; me: string; action: string; now: number }

const Owner = ({ speech, view: { found, staff, names }, me, action }: Omit<Props, 'now'>) => {
  const { t } = speech
  const { assignee } = found
  // Who is no longer on the staff may still have it.
  const known = assignee === null || staff.some((one) => one.id === assignee) ? [] : [[assignee, names[assignee] ?? t('request.forgotten')] as const]
  return (
    <form class="st" method="post" action={action}>
      <SeenVersion found={found} />
      <Select
        speech={speech}
        state={untouched({ to: assignee ?? 'none' })}
        name="to"
        label={t('request.assignee')}
        options={[['none', t('request.nobody')] as const, ...known, ...staff.map(({ id, name }) => [id, name] as const)]}
      />
      <div class="cl g2">
        <button class="b q" name="do" value="assign">
          {t('desk.assign')}
        </button>
        <button class="b q" name="do" value={assignee === me ? 'leave' : 'take'}>
          {t(assignee === me ? 'request.leave' : 'request.take')}
        </button>
      </div>
    </form>
  )
}

/** Whose the case is, where it stands, what is known of who asked, and what it has to do with. */
export const Properties = ({ speech, view, me, action, now }: Props) => {
  const { t, f, locale } = speech
  const { found, names } = view
  const { id, requester, assignee, state } = found
  const next = NEXT[state]
  const here = localPath(locale, `/console/requests/${id}`)
  const isOpen = OPEN.includes(state)
  return (
    <aside class="cp st g5" aria-label={t('console.properties')}>
      {isOpen && <Owner speech={speech} view={view} me={me} action={action} />}
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
          isOpen ? null : [t('request.assignee'), assignee === null ? t('request.nobody') : (names[assignee] ?? t('request.forgotten'))],
          [t('desk.requester'), requester?.name ?? '–'],
          [t('account.address'), requester?.address ?? '–'],
          [t('links.kind.organisation'), requester?.organisation ?? '–'],
          [t('join.country'), found.country === null ? '–' : f.countryName(found.country)],
          [t('account.language'), f.languageName(found.locale)],
          [t('console.arrived'), f.dateTime(found.createdAt)],
          found.satisfaction === null ? null : [t('request.rate'), `${f.number(found.satisfaction)} / 5`],
        ]}
      />
      <LinkFacts speech={speech} links={view.links} manage={`${here}/links`} />
      <ParticipantList speech={speech} participants={view.participants} manage={`${here}/participants`} />
      {isOpen && (
        <section class="st g2" aria-labelledby="more">
          <h2 id="more">{t('desk.more')}</h2>
          <ul class="st g2">
            <li>
              <a href={`${here}/merge`}>{t('merging.title')}</a>
            </li>
            <li>
              <a href={`${here}/split`}>{t('split.title')}</a>
            </li>
          </ul>
        </section>
      )}
      {requester !== null && state !== 'spam' && (
        <details>
          <summary>{t('desk.revoke')}</summary>
          <form class="st" method="post" action={action}>
            <SeenVersion found={found} />
            <p class="s">{t('desk.revoke.text')}</p>
            <div>
              <button class="b q" name="do" value="revoke">
                {t('desk.revoke.button')}
              </button>
            </div>
          </form>
        </details>
      )}
    </aside>
  )
}
