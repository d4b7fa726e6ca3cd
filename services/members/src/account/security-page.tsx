import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { PasskeyForm } from '../sign-in/sign-in-page.tsx'
import type { OwnSession } from '../sessions/own-sessions.ts'

/** A passkey as its owner sees it. */
export type OwnPasskey = { id: string; name: string; createdAt: number; lastUsedAt: number | null }

type Props = {
  speech: Speech
  passkeys: OwnPasskey[]
  sessions: OwnSession[]
  current: string
  codesLeft: number
  codes: string[]
  problem: string | null
  mayEnrol: boolean
}

/** Passkeys, recovery codes and open sessions. */
export const SecurityPage = ({ speech, passkeys, sessions, current, codesLeft, codes, problem, mayEnrol }: Props) => {
  const { t, f, locale } = speech
  const action = (path: string) => localPath(locale, path)
  return (
    <div class="st g6">
      {problem !== null && (
        <Notice tone="bad">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <h1>{t('security.title')}</h1>
      {passkeys.length === 1 && codesLeft === 0 && (
        <Notice tone="warn">
          <p>{t('security.only-one')}</p>
        </Notice>
      )}
      <section class="st" aria-labelledby="keys">
        <h2 id="keys">{t('security.passkeys')}</h2>
        <p>{t('security.passkeys.text')}</p>
        {passkeys.length === 0 ? (
          <Empty title={t('security.passkeys.none')} />
        ) : (
          <ul class="rows nc">
            {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
              <li>
                <h3>{name}</h3>
                <p class="meta">
                  <span>{t('security.added', { date: f.dateTime(createdAt) })}</span>
                  {lastUsedAt !== null && <span>{t('security.used', { date: f.dateTime(lastUsedAt) })}</span>}
                </p>
                <form method="post" action={action('/account/security/remove')}>
                  <Hidden name="passkey" value={id} />
                  <button class="b q">
                    {t('security.remove')}
                    <span class="vh"> {name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        {mayEnrol ? (
          <PasskeyForm speech={speech} purpose="enrol" action="/account/security/passkeys" button={t('security.add')} />
        ) : (
          <p>
            <a class="b q" href={action('/account/step-up?back=/account/security')}>
              {t('security.add')}
            </a>
          </p>
        )}
      </section>
      <section class="st" aria-labelledby="codes">
        <h2 id="codes">{t('security.codes')}</h2>
        <p>{t('security.codes.text')}</p>
        {codes.length > 0 && (
          <Notice tone="ok">
            <p>
              <b>{t('security.codes.once')}</b>
            </p>
            <ol class="mono nol">
              {codes.map((code) => (
                <li>{code}</li>
              ))}
            </ol>
          </Notice>
        )}
        {passkeys.length > 0 && (
          <>
            <p>{t('security.codes.left', { n: codesLeft, count: f.number(codesLeft) })}</p>
            <form method="post" action={action('/account/security/codes')}>
              <button class="b q">{t('security.codes.make')}</button>
            </form>
          </>
        )}
      </section>
      <section class="st" aria-labelledby="sessions">
        <h2 id="sessions">{t('security.sessions')}</h2>
        <ul class="rows nc">
          {sessions.map(({ id, device, createdAt, lastSeenAt }) => (
            <li>
              <h3>
                {device === '?' ? t('security.device') : device} {id === current && <Tag tone="tn">{t('security.this')}</Tag>}
              </h3>
              <p class="meta">
                <span>{t('security.since', { date: f.dateTime(createdAt) })}</span>
                <span>{t('security.used', { date: f.dateTime(lastSeenAt) })}</span>
              </p>
              {id !== current && (
                <form method="post" action={action('/account/security/sessions')}>
                  <Hidden name="session" value={id} />
                  <button class="b q">
                    {t('security.end')}
                    <span class="vh"> {device}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <form method="post" action={action('/account/security/sessions')}>
            <Hidden name="session" value="others" />
            <button class="b q">{t('security.end.others')}</button>
          </form>
        )}
      </section>
    </div>
  )
}
