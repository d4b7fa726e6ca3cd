import type { ItemBrief } from '@stem/contracts/content'
import { localPath } from '@stem/i18n/locales'
import { Field, Hidden, untouched } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Campaign } from '../campaigns/campaign.ts'
import { snapshotOf } from '../issue/take-in.ts'
import { metaOf } from '../issue/render-issue.ts'
import { CampaignSteps } from './campaign-tags.tsx'

type Props = { speech: Speech; campaign: Campaign; q: string; items: ItemBrief[]; present: ReadonlySet<string>; problem?: string }

/** What is published, to be taken into an issue: the newest, or what a search finds. */
export const ItemsPage = ({ speech, campaign, q, items, present, problem }: Props) => {
  const { t, locale } = speech
  const here = localPath(locale, `/console/newsletter/${campaign.id}`)
  return (
    <>
      <CampaignSteps speech={speech} campaign={campaign} at="content" />
      <div class="cp st g5">
        {problem !== undefined && (
          <Notice tone="warn">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        <form class="st" method="get" action={`${here}/items`} role="search">
          <Field speech={speech} state={untouched({ q })} name="q" label={t('composer.items.search')} type="search" most={100} optional quiet />
          <div class="cl">
            <button class="b">{t('composer.items.find')}</button>
            <a href={here}>{t('composer.items.back')}</a>
          </div>
        </form>
        {items.length === 0 ? (
          <Empty title={t('composer.items.none')}>
            <p class="m">{t('composer.items.none.text')}</p>
          </Empty>
        ) : (
          <ul class="st">
            {items.map((item) => (
              <li class="c">
                <div class="cl nw">
                  <div class="st g1">
                    <p class="xs m">{metaOf(snapshotOf(item), locale)}</p>
                    <p lang={item.locale === locale ? undefined : item.locale}>
                      <b>{item.title}</b>
                    </p>
                    <p class="s" lang={item.locale === locale ? undefined : item.locale}>
                      {item.summary}
                    </p>
                  </div>
                  {present.has(item.id) ? (
                    <span class="s m end">{t('composer.items.there')}</span>
                  ) : (
                    <form class="end" method="post" action={`${here}/items`}>
                      <Hidden name="item" value={item.id} />
                      <Hidden name="q" value={q} />
                      <Hidden name="version" value={String(campaign.version)} />
                      <button class="b q" aria-label={`${t('composer.items.add')}: ${item.title}`}>
                        {t('composer.items.add')}
                      </button>
                    </form>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
