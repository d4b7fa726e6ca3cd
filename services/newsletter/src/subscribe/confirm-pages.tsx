import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Hidden } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import type { OptIn } from './confirm.ts'

const Text = ({ title, children }: { title: string; children: Child }) => (
  <div class="w top st g5 n">
    <h1>{title}</h1>
    {children}
  </div>
)

/** After the form, whatever the address: look into the mailbox. */
export const SentPage = ({ speech: { t } }: { speech: Speech }) => (
  <Text title={t('newsletter.sent')}>
    <p class="lead">{t('newsletter.sent.text')}</p>
    <p class="m">{t('newsletter.sent.again')}</p>
  </Text>
)

/** Behind the mailed link: what was asked for, and the button that makes it so. */
export const ConfirmPage = ({ speech, found, token }: { speech: Speech; found: OptIn; token: string }) => {
  const { t, f, locale } = speech
  const { topics, countries, frequency } = found.wish
  return (
    <Text title={t('newsletter.confirm')}>
      <p class="lead">{t('newsletter.confirm.text')}</p>
      <Facts
        rows={[
          [t('newsletter.topics'), f.list(topics.map((topic) => t(`newsletter.topic.${topic}`)))],
          [t('newsletter.countries.short'), countries.length === 0 ? t('newsletter.countries.all') : f.list(countries.map((code) => f.countryName(code)))],
          [t('newsletter.frequency'), t(`newsletter.frequency.${frequency}`)],
        ]}
      />
      <form method="post" action={localPath(locale, '/newsletter/confirm')}>
        <Hidden name="id" value={found.id} />
        <Hidden name="token" value={token} />
        <button class="b">{t('newsletter.confirm.button')}</button>
      </form>
      <p class="s m">{t('newsletter.confirm.not-you')}</p>
    </Text>
  )
}

/** The link is too old, was used up by seven days, or is not whole. */
export const TooOldPage = ({ speech: { t, locale } }: { speech: Speech }) => (
  <Text title={t('newsletter.too-old')}>
    <p class="lead">{t('newsletter.too-old.text')}</p>
    <p>
      <MoreLink href={localPath(locale, '/newsletter')}>{t('newsletter.subscribe')}</MoreLink>
    </p>
  </Text>
)

/** From now on a reader. */
export const WelcomePage = ({ speech: { t }, children }: { speech: Speech; children: Child }) => (
  <Text title={t('newsletter.welcome')}>
    <p class="lead">{t('newsletter.welcome.text')}</p>
    <p>{children}</p>
  </Text>
)
