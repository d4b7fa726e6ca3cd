import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'

/** The session is over, and nothing typed is lost: sign in beside, then send it again from here. */
export const ExpiredPage = ({ speech, path, typed }: { speech: Speech; path: string; typed: [string, string][] }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      <h1>{t('expired.title')}</h1>
      <p class="lead">{t('expired.text')}</p>
      <ol class="st g2 nol">
        <li>
          <a href={localPath(locale, '/sign-in')} target="_blank" rel="noopener">
            {t('expired.sign-in')}
          </a>
        </li>
        <li>{t('expired.again')}</li>
      </ol>
      <form method="post" action={localPath(locale, path)}>
        {typed.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <button class="b">{t('expired.button')}</button>
      </form>
    </div>
  )
}
