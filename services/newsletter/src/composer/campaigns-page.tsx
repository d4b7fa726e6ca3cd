import { localPath } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { ErrorSummary, Field, Hidden, type FormState } from '@stem/ui/form'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { EDITABLE, type Campaign } from '../campaigns/campaign.ts'
import { NewsletterTabs } from '../desk/newsletter-tabs.tsx'
import { contentOf } from '../issue/version-of.ts'
import type { DigestRun } from '../digest/digest-runs.ts'
import { Digests } from './digests.tsx'
import { LanguageTags, StateTag } from './campaign-tags.tsx'

/** All campaigns, the way to begin one, and what became of the digests. */
export const CampaignsPage = ({ speech, campaigns, runs, state }: { speech: Speech; campaigns: Campaign[]; runs: DigestRun[]; state: FormState }) => {
  const { t, f, locale } = speech
  return (
    <>
      <NewsletterTabs speech={speech} at="issues" />
      <div class="cp st">
        <nav class="cl g2" aria-label={t('imports.nav')}>
          <a class="b q" href={localPath(locale, '/console/newsletter/imports')}>
            {t('imports.title')}
          </a>
          <a class="b q" href={localPath(locale, '/console/newsletter/exports')}>
            {t('exports.title')}
          </a>
        </nav>
        <ErrorSummary speech={speech} state={state} labels={{ name: t('composer.name') }} />
        <form class="st" method="post" action={localPath(locale, '/console/newsletter')} novalidate>
          <Hidden name="key" value={state.typed['key'] ?? ''} />
          <Field speech={speech} state={state} name="name" label={t('composer.new')} hint={t('composer.name.hint')} most={200} />
          <div>
            <button class="b">{t('composer.begin')}</button>
          </div>
        </form>
      </div>
      {campaigns.length === 0 ? (
        <div class="cp">
          <Empty title={t('composer.none')}>
            <p class="m">{t('composer.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <ul class="il nb">
          {campaigns.map((campaign) => (
            <Row
              speech={speech}
              mark={t(`composer.kind.${campaign.kind}`)}
              country={null}
              href={localPath(locale, `/console/newsletter/${campaign.id}${EDITABLE.includes(campaign.state) ? '' : '/progress'}`)}
              title={campaign.name}
              status={
                <>
                  {campaign.state === 'draft' && <LanguageTags speech={speech} content={contentOf(campaign)} />}
                  <StateTag speech={speech} campaign={campaign} />
                </>
              }
              date={f.day(campaign.updatedAt)}
            />
          ))}
        </ul>
      )}
      <Digests speech={speech} runs={runs} />
    </>
  )
}
