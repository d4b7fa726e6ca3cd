import { DEFAULT_LOCALE, LOCALES, localPath, SHIPPED, type Locale } from '@stem/i18n/locales'
import { ReportSection } from '@stem/ui/row-list'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'

const DAY = 24 * 60 * 60

const LanguagesPage = ({ speech: { t, f, locale } }: { speech: Speech }) => {
  const open: readonly Locale[] = [DEFAULT_LOCALE, ...SHIPPED.filter((code) => code !== DEFAULT_LOCALE)]
  const coming = (Object.keys(LOCALES) as Locale[]).filter((code) => !open.includes(code))
  return (
    <>
      <div class="w top st g2">
        <h1>{t('languages.title')}</h1>
        <p class="lead">{t('languages.lead')}</p>
      </div>
      <ReportSection id="open" title={t('languages.open')}>
        <ul class="lg sys">
          {SHIPPED.map((code) => (
            <li>
              <a href={localPath(code, '/languages')} lang={code} hreflang={code} aria-current={code === locale ? 'true' : undefined}>
                {LOCALES[code]}
              </a>
            </li>
          ))}
        </ul>
      </ReportSection>
      <ReportSection id="coming" title={t('languages.coming')} side={<p class="m">{t('languages.coming.text')}</p>}>
        <ul class="lg">
          {coming.map((code) => (
            <li>
              <span class="sys" lang={code}>
                {LOCALES[code]}
              </span>{' '}
              <span class="m s">{f.languageName(code)}</span>
            </li>
          ))}
        </ul>
      </ReportSection>
      <ReportSection id="content" title={t('languages.content')}>
        <p class="n">{t('languages.content.text')}</p>
      </ReportSection>
      <ReportSection id="choice" title={t('languages.choice')}>
        <p class="n">{t('languages.choice.text')}</p>
      </ReportSection>
    </>
  )
}

/** Which languages there are, and how to change between them. */
export const languages = new Hono<ServiceEnv<Env>>().get('/languages', (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  return page(context, {
    title: speech.t('languages.title'),
    description: speech.t('languages.description'),
    crumbs: [{ label: speech.t('languages.title') }],
    maxAge: DAY,
    main: <LanguagesPage speech={speech} />,
  })
})
