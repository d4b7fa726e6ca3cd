import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, Select, Tick, untouched, type FormState } from '@stem/ui/form'
import { InLanguages } from '@stem/ui/in-languages'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Campaign } from '../campaigns/campaign.ts'
import { BLOCK_KINDS, completenessOf, type IssueContent } from '../issue/issue.ts'
import { BlockFields } from './block-fields.tsx'
import { CampaignSteps, LanguageTags } from './campaign-tags.tsx'
import type { Difference } from './differences.ts'

type Props = {
  speech: Speech
  campaign: Campaign
  /** What the form is drawn from, and the version that says so. */
  content: IssueContent
  base: number
  state: FormState
  saved: boolean
  /** Who saved meanwhile, and what is different. */
  conflict?: { who: string; differences: Difference[] }
}

/** Names of the fields of an issue as the form says them. */
export function labelsOf({ t, f }: Speech, content: IssueContent): Record<string, string> {
  const labels: Record<string, string> = { name: t('composer.name') }
  for (const locale of SHIPPED) {
    labels[`subject-${locale}`] = `${t('composer.subject')}, ${LOCALES[locale]}`
    labels[`preheader-${locale}`] = `${t('composer.preheader')}, ${LOCALES[locale]}`
    for (const [index, { id, kind }] of content[locale].blocks.entries()) {
      const name = t('composer.block', { place: f.number(index + 1), kind: t(`composer.block.${kind}`) })
      for (const part of ['text', 'words', 'who', 'label', 'alt']) labels[`${part}-${id}-${locale}`] = `${name}, ${LOCALES[locale]}`
      for (const part of ['url', 'decorative']) labels[`${part}-${id}`] = name
    }
  }
  return labels
}

const Conflict = ({ speech, conflict, labels }: { speech: Speech; conflict: NonNullable<Props['conflict']>; labels: Record<string, string> }) => {
  const { t } = speech
  return (
    <Notice tone="warn">
      <div class="st g2" role="alert">
        <p>{t('composer.conflict', { name: conflict.who })}</p>
        {conflict.differences.length > 0 && (
          <div class="cmp">
            {conflict.differences.map(({ field, mine, theirs }) => (
              <div>
                <b>{labels[field] ?? t('composer.conflict.block')}</b>
                <p class="pre">
                  <span class="xs m">{t('composer.conflict.mine')}</span> {mine}
                </p>
                <p class="pre">
                  <span class="xs m">{t('composer.conflict.theirs')}</span> {theirs}
                </p>
              </div>
            ))}
          </div>
        )}
      </div>
    </Notice>
  )
}

/** An issue in the making: subject and blocks in every language side by side. */
export const IssuePage = ({ speech, campaign, content, base, state, saved, conflict }: Props) => {
  const { t, locale } = speech
  const here = localPath(locale, `/console/newsletter/${campaign.id}`)
  const labels = labelsOf(speech, content)
  const { blocks } = content.en
  const begun = SHIPPED.filter((code) => completenessOf(content[code]).state !== 'none')
  return (
    <>
      <CampaignSteps speech={speech} campaign={campaign} at="content" />
      <div class="cp st g5">
        <ErrorSummary speech={speech} state={state} labels={labels} />
        {conflict && <Conflict speech={speech} conflict={conflict} labels={labels} />}
        {saved && (
          <Notice tone="ok">
            <p role="status">{t('forms.saved')}</p>
          </Notice>
        )}
        {campaign.state === 'approved' && (
          <Notice tone="tn">
            <p>{t('composer.approved.change')}</p>
          </Notice>
        )}
        <LanguageTags speech={speech} content={content} />
        <form class="st g5" method="post" action={`${here}#es`} novalidate>
          <Hidden name="base" value={String(base)} />
          <Hidden name="version" value={String(campaign.version)} />
          <div class="cl">
            <button class="b" name="do" value="save">
              {t('forms.save')}
            </button>
            <button class="b q" name="do" value="items">
              {t('composer.take-in')}
            </button>
          </div>
          <Field speech={speech} state={state} name="name" label={t('composer.name')} hint={t('composer.name.hint')} most={200} />
          <Tick speech={speech} state={state} name="counts-links" label={t('composer.counts-links')} hint={t('composer.counts-links.hint')} optional />
          {(['subject', 'preheader'] as const).map((part) => (
            <div class="st g1">
              {part === 'preheader' && <p class="h">{t('composer.preheader.hint')}</p>}
              <InLanguages
                speech={speech}
                state={state}
                begun={begun}
                fields={(code) => [`subject-${code}`, `preheader-${code}`]}
                each={(code) => (
                  <Field
                    speech={speech}
                    state={state}
                    name={`${part}-${code}`}
                    label={`${t(`composer.${part}`)}, ${LOCALES[code]}`}
                    lang={code}
                    most={200}
                    optional
                    quiet
                  />
                )}
              />
            </div>
          ))}
          {blocks.map((block, index) => (
            <BlockFields speech={speech} state={state} block={block} content={content} begun={begun} place={index + 1} last={index === blocks.length - 1} />
          ))}
          <div class="c p st">
            <Select
              speech={speech}
              state={untouched({ kind: 'text' })}
              name="kind"
              label={t('composer.add')}
              options={BLOCK_KINDS.filter((kind) => kind !== 'item' && kind !== 'event').map((kind) => [kind, t(`composer.block.${kind}`)] as const)}
            />
            <div class="cl">
              <button class="b q" name="do" value="add">
                {t('composer.add.button')}
              </button>
              <button class="b q" name="do" value="items">
                {t('composer.take-in')}
              </button>
            </div>
          </div>
          <div>
            <button class="b" name="do" value="save">
              {t('forms.save')}
            </button>
          </div>
        </form>
      </div>
    </>
  )
}
