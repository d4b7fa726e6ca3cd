import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { EDITABLE, type Campaign, type CampaignState } from '../campaigns/campaign.ts'
import { completenessOf, type IssueContent } from '../issue/issue.ts'

const TONES: Record<CampaignState, '' | 'ok' | 'warn' | 'bad' | 'tn'> = {
  draft: '',
  approved: 'tn',
  preparing: 'tn',
  running: 'tn',
  paused: 'warn',
  held: 'bad',
  finished: 'ok',
  cancelled: '',
}

/** Where a campaign stands, in a word. */
export const StateTag = ({ speech, campaign: { state, releasedBy } }: { speech: Speech; campaign: Pick<Campaign, 'state' | 'releasedBy'> }) => (
  <Tag tone={TONES[state]}>{speech.t(state === 'approved' && releasedBy !== null ? 'composer.state.scheduled' : `composer.state.${state}`)}</Tag>
)

/** How far an issue is in each language. */
export const LanguageTags = ({ speech, content }: { speech: Speech; content: IssueContent }) => (
  <ul class="cl g2">
    {SHIPPED.map((locale) => {
      const { state, done, of } = completenessOf(content[locale])
      const values = { language: LOCALES[locale], done: speech.f.number(done), of: speech.f.number(of) }
      return (
        <li>
          <Tag tone={state === 'complete' ? 'ok' : state === 'partly' ? 'warn' : ''}>{speech.t(`composer.language.${state}`, values)}</Tag>
        </li>
      )
    })}
  </ul>
)

/** Steps of making a campaign and letting it go, in order. */
export const STEPS = ['content', 'audience', 'check', 'progress', 'report'] as const

/** What can be seen of a campaign that cannot be written any more. */
const AFTERWARDS: readonly (typeof STEPS)[number][] = ['check', 'progress', 'report']

/** The way between the pages of a campaign. */
export const CampaignSteps = ({ speech, campaign, at }: { speech: Speech; campaign: Pick<Campaign, 'id' | 'state'>; at: (typeof STEPS)[number] }) => {
  const here = localPath(speech.locale, `/console/newsletter/${campaign.id}`)
  return (
    <nav class="tabs" aria-label={speech.t('composer.steps')}>
      {(EDITABLE.includes(campaign.state) ? STEPS.filter((step) => step !== 'report') : AFTERWARDS).map((step) => (
        <a href={step === 'content' ? here : `${here}/${step}`} aria-current={step === at ? 'page' : undefined}>
          {speech.t(`composer.step.${step}`)}
        </a>
      ))}
    </nav>
  )
}
