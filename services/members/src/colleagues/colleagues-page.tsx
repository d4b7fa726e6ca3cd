import { localPath } from '@stem/i18n/locales'
import { Cards, ErrorSummary, Field, Hidden, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { termName, type Speech } from '@stem/ui/speech'
import { OrganisationHead } from '../my-organisation/organisation-tabs.tsx'
import type { Opened } from '../profile/edit-draft.ts'
import type { Colleague, Joining, Pending } from './read-colleagues.ts'

type Props = Opened & {
  speech: Speech
  state: FormState
  colleagues: Colleague[]
  pending: Pending[]
  joinings: Joining[]
  note: { tone: 'ok' | 'bad'; text: string } | null
}

/** Who works on an organisation here, who is invited, and who asks to come in. */
export const ColleaguesPage = ({ speech, organisation, draft, rights, state, colleagues, pending, joinings, note }: Props) => {
  const { t, f, locale } = speech
  const mayManage = rights.people
  const base = localPath(locale, `/my-organisation/${organisation.id}/people`)
  return (
    <div class="st g6">
      <ErrorSummary speech={speech} state={state} labels={{ address: t('account.address'), role: t('people.role') }} />
      {note !== null && (
        <Notice tone={note.tone}>
          <p role={note.tone === 'ok' ? 'status' : 'alert'}>{note.text}</p>
        </Notice>
      )}
      <OrganisationHead speech={speech} organisation={organisation} draft={draft} rights={rights} here="/people" />
      {mayManage &&
        joinings.map(({ id, name, address }) => (
          <Notice tone="tn">
            <p>{t('people.asks', { name: name ?? address, address })}</p>
            <form class="cl" method="post" action={`${base}/answer`}>
              <Hidden name="joining" value={id} />
              <button class="b" name="answer" value="yes">
                {t('invitation.accept')}
              </button>
              <button class="b q" name="answer" value="no">
                {t('invitation.decline')}
              </button>
            </form>
          </Notice>
        ))}
      <section class="st" aria-labelledby="now">
        <h2 id="now">{t('people.now')}</h2>
        {colleagues.length === 0 ? (
          <Empty title={t('people.none')} />
        ) : (
          <ul class="rows nc">
            {colleagues.map(({ grantId, name, address, role, since, own }) => (
              <li>
                <h3>{name ?? address ?? t('people.unnamed')}</h3>
                <p class="meta">
                  <span>{termName(speech, 'grant', role)}</span>
                  {address !== null && name !== null && <span>{address}</span>}
                  <span>{t('security.since', { date: f.day(since) })}</span>
                </p>
                {(mayManage || own) && (
                  <form method="post" action={`${base}/end`}>
                    <Hidden name="grant" value={grantId} />
                    <button class="b q">
                      {t(own ? 'people.leave' : 'people.end')}
                      <span class="vh"> {name ?? address}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {mayManage && (
        <section class="st" aria-labelledby="invited">
          <h2 id="invited">{t('people.invited')}</h2>
          {pending.length === 0 ? (
            <p class="m">{t('people.invited.none')}</p>
          ) : (
            <ul class="rows nc">
              {pending.map(({ id, address, role, expiresAt }) => (
                <li>
                  <h3>{address}</h3>
                  <p class="meta">
                    <span>{termName(speech, 'grant', role)}</span>
                    <span>{t('people.until', { date: f.dateTime(expiresAt) })}</span>
                  </p>
                  <form method="post" action={`${base}/revoke`}>
                    <Hidden name="invitation" value={id} />
                    <button class="b q">
                      {t('people.revoke')}
                      <span class="vh"> {address}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          )}
          <form class="st" method="post" action={`${base}/invite#es`} novalidate>
            <h3>{t('people.invite')}</h3>
            <Hidden name="key" value={state.typed['key'] ?? ''} />
            <Field speech={speech} state={state} name="address" label={t('account.address')} type="email" inputmode="email" autocomplete="off" most={254} />
            <Cards
              speech={speech}
              state={state}
              name="role"
              label={t('people.role')}
              options={(['organisation-editor', 'organisation-manager'] as const).map((role) => ({
                value: role,
                label: termName(speech, 'grant', role),
                about: t(`people.about.${role}`),
              }))}
            />
            <div>
              <button class="b">{t('people.invite.send')}</button>
            </div>
          </form>
        </section>
      )}
    </div>
  )
}
