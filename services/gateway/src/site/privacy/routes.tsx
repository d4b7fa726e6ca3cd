import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { ReportSection } from '@stem/ui/row-list'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'

const DAY = 24 * 60 * 60
const PARTS = ['visit', 'theme', 'register', 'account', 'sessions', 'mails', 'joining', 'requests', 'programs', 'where', 'rights', 'who'] as const

const PrivacyPage = ({ speech: { t, locale } }: { speech: Speech }) => (
  <>
    <div class="w top st g2">
      <h1>{t('privacy.title')}</h1>
      <p class="lead">{t('privacy.lead')}</p>
    </div>
    {PARTS.map((part) => (
      <ReportSection id={part} title={t(`privacy.${part}`)}>
        <div class="st n">
          <p>{t(`privacy.${part}.text`)}</p>
          {part === 'who' && <MoreLink href={localPath(locale, '/contact')}>{t('contact.title')}</MoreLink>}
        </div>
      </ReportSection>
    ))}
  </>
)

/** What the site knows about its visitors. */
export const privacy = new Hono<ServiceEnv<Env>>().get('/privacy', (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  return page(context, {
    title: speech.t('privacy.title'),
    description: speech.t('privacy.description'),
    crumbs: [{ label: speech.t('privacy.title') }],
    maxAge: DAY,
    main: <PrivacyPage speech={speech} />,
  })
})
