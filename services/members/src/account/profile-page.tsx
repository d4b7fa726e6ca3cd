import { LOCALES, localPath, SHIPPED } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, Select, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { termName, type Speech } from '@stem/ui/speech'
import type { Invited } from '../invitations/read-invitation.ts'
import { AUDIENCES, FIELDS } from '../persons/visibility.ts'
import { placeOf } from '../rights/place-of.ts'

/** A role as its holder reads it. */
export type OwnRole = { role: string; place: string; asleep: boolean }

type Props = { speech: Speech; state: FormState; address: string; saved: boolean; stale: boolean; roles: OwnRole[]; invited: Invited[] }

/** One's own record: who one is, what others see of it, and the roles one has. */
export const ProfilePage = ({ speech, state, address, saved, stale, roles, invited }: Props) => {
  const { t, locale } = speech
  const labels = { name: t('account.name'), jobTitle: t('account.job'), phone: t('account.phone'), locale: t('account.language') }
  const audiences = AUDIENCES.map((audience) => [audience, t(`account.audience.${audience}`)] as const)
  return (
    <div class="st g6">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      {saved && (
        <Notice tone="ok">
          <p role="status">{t('forms.saved')}</p>
        </Notice>
      )}
      {stale && (
        <Notice tone="warn">
          <p>{t('account.stale')}</p>
        </Notice>
      )}
      <h1>{t('account.title')}</h1>
      {invited.map(({ id, organisation, scope, role }) => (
        <Notice tone="tn">
          <p>{t('account.asked', { organisation: organisation ?? placeOf(speech, scope), role: termName(speech, 'grant', role) })}</p>
          <form class="cl" method="post" action={localPath(locale, '/account/invitations')}>
            <Hidden name="invitation" value={id} />
            <button class="b" name="answer" value="yes">
              {t('account.asked.yes')}
            </button>
            <button class="b q" name="answer" value="no">
              {t('account.asked.no')}
            </button>
          </form>
        </Notice>
      ))}
      <form class="st g6" method="post" action={`${localPath(locale, '/account')}#es`} novalidate>
        <Hidden name="version" value={state.typed['version'] ?? ''} />
        <section class="st" aria-labelledby="me">
          <h2 id="me">{t('account.me')}</h2>
          <p>
            {t('account.address')}: <b>{address}</b>
          </p>
          <Field speech={speech} state={state} name="name" label={labels.name} autocomplete="name" most={100} />
          <Field speech={speech} state={state} name="jobTitle" label={labels.jobTitle} autocomplete="organization-title" most={120} optional />
          <Field speech={speech} state={state} name="phone" label={labels.phone} type="tel" inputmode="tel" autocomplete="tel" most={40} optional />
          <Select
            speech={speech}
            state={state}
            name="locale"
            label={labels.locale}
            hint={t('account.language.hint')}
            options={SHIPPED.map((code) => [code, LOCALES[code]] as const)}
          />
        </section>
        <section class="st" aria-labelledby="seen">
          <h2 id="seen">{t('account.seen')}</h2>
          <p>{t('account.seen.text')}</p>
          {FIELDS.map((field) => (
            <Select speech={speech} state={state} name={`see_${field}`} label={t(`account.see.${field}`)} options={audiences} />
          ))}
        </section>
        <div>
          <button class="b">{t('forms.save')}</button>
        </div>
      </form>
      <section class="st" aria-labelledby="roles">
        <h2 id="roles">{t('account.roles')}</h2>
        {roles.length === 0 ? (
          <p>{t('account.roles.none')}</p>
        ) : (
          <ul class="st g2">
            {roles.map(({ role, place, asleep }) => (
              <li>
                <b>{termName(speech, 'grant', role)}</b>, {place}
                {asleep && (
                  <>
                    {' '}
                    <a href={localPath(locale, '/account/step-up?back=/account')}>{t('account.roles.asleep')}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
