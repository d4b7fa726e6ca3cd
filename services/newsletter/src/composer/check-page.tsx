import { localPath, LOCALES, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { Hidden, Select, untouched } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { EDITABLE, type Campaign } from '../campaigns/campaign.ts'
import { CHECKS, type Finding } from '../issue/check-issue.ts'
import { completenessOf, type IssueContent } from '../issue/issue.ts'
import { CampaignSteps, LanguageTags } from './campaign-tags.tsx'

/** Shapes in which an issue can be looked at. */
export const SHAPES = ['desktop', 'phone', 'dark', 'plain'] as const
/** A shape. */
export type Shape = (typeof SHAPES)[number]

type Props = {
  speech: Speech
  campaign: Campaign
  content: IssueContent
  findings: Finding[]
  language: ShippedLocale
  shape: Shape
  done: 'sent' | 'approved' | 'archived' | 'removed' | null
  problem?: string
}

const Findings = ({ speech, findings }: { speech: Speech; findings: Finding[] }) => {
  const { t, f } = speech
  return (
    <ul class="st g2">
      {CHECKS.map((code) => {
        const failed = findings.filter((finding) => finding.code === code)
        return failed.length === 0 ? (
          <li class="act">
            <Icon name="check" />
            <span>{t(`composer.check.${code}.ok`)}</span>
          </li>
        ) : (
          failed.map(({ locale, block, about }) => (
            <li class="act">
              <Icon name="circle-alert" />
              <span>
                <b>{t(`composer.check.${code}`)}</b>{' '}
                {[
                  ...(locale === undefined ? [] : [LOCALES[locale]]),
                  ...(block === undefined ? [] : [t('composer.check.block', { place: f.number(block) })]),
                  ...(about === undefined ? [] : [about]),
                ].join(', ')}
              </span>
            </li>
          ))
        )
      })}
    </ul>
  )
}

/** What one sees before an issue is handed over: the mail in its shapes, what is still wrong, a test to oneself. */
export const CheckPage = ({ speech, campaign, content, findings, language, shape, done, problem }: Props) => {
  const { t, locale } = speech
  const here = localPath(locale, `/console/newsletter/${campaign.id}`)
  const begun = SHIPPED.filter((code) => completenessOf(content[code]).state !== 'none')
  const at = (change: { language?: ShippedLocale; shape?: Shape }) => `${here}/check?language=${change.language ?? language}&shape=${change.shape ?? shape}`
  const isOpen = EDITABLE.includes(campaign.state)
  return (
    <>
      <CampaignSteps speech={speech} campaign={campaign} at="check" />
      <div class="cp st g5">
        {problem !== undefined && (
          <Notice tone="warn">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        {done !== null && (
          <Notice tone="ok">
            <p role="status">{t(`composer.done.${done}`)}</p>
          </Notice>
        )}
        <div class="sb r">
          <section class="st" aria-labelledby="look">
            <h2 id="look">{t('composer.preview')}</h2>
            <nav class="cl g2" aria-label={t('composer.preview.shape')}>
              {SHAPES.map((one) => (
                <a class="b q sm" href={at({ shape: one })} aria-current={one === shape ? 'true' : undefined}>
                  {t(`composer.shape.${one}`)}
                </a>
              ))}
            </nav>
            {begun.length > 1 && (
              <nav class="cl g2" aria-label={t('composer.preview.language')}>
                {begun.map((code) => (
                  <a class="b q sm" href={at({ language: code })} lang={code} aria-current={code === language ? 'true' : undefined}>
                    {LOCALES[code]}
                  </a>
                ))}
              </nav>
            )}
            <iframe
              class={shape === 'phone' ? 'mv sm' : 'mv'}
              title={t('composer.preview.title', { shape: t(`composer.shape.${shape}`), language: LOCALES[language] })}
              src={`${here}/letter?language=${language}&shape=${shape}`}
              sandbox="allow-same-origin"
            />
          </section>
          <aside class="st g5">
            <section class="c st" aria-labelledby="checks">
              <h2 id="checks">{t('composer.checks')}</h2>
              <LanguageTags speech={speech} content={content} />
              <Findings speech={speech} findings={findings} />
              {campaign.state === 'draft' &&
                (findings.length === 0 ? (
                  <form class="st" method="post" action={`${here}/approval`}>
                    <p class="s m">{t('composer.approve.text')}</p>
                    <Hidden name="version" value={String(campaign.version)} />
                    <label class="ck">
                      <input type="checkbox" name="archive" value="yes" checked />
                      <span>{t('composer.approve.archive')}</span>
                    </label>
                    <button class="b">{t('composer.approve')}</button>
                  </form>
                ) : (
                  <p class="s m">{t('composer.approve.not-yet')}</p>
                ))}
              {campaign.state === 'approved' && (
                <>
                  {campaign.releasedBy === null && <p class="s m">{t('composer.approved.text')}</p>}
                  <MoreLink href={`${here}/progress`}>{t('composer.step.progress')}</MoreLink>
                </>
              )}
            </section>
            <form class="c st" method="post" action={`${here}/test`}>
              <Select
                speech={speech}
                state={untouched({ language })}
                name="language"
                label={t('composer.test')}
                hint={t('composer.test.hint')}
                options={begun.map((code) => [code, LOCALES[code]] as const)}
              />
              <button class="b q" disabled={begun.length === 0}>
                {t('composer.test.button')}
              </button>
            </form>
            {!isOpen && campaign.state !== 'cancelled' && (
              <form class="c st" method="post" action={`${here}/archive`}>
                <h2>{t('composer.archive')}</h2>
                <p class="s m">{t(campaign.archivedAt === null ? 'composer.archive.text' : 'composer.archived.text')}</p>
                {campaign.archivedAt !== null && campaign.slug !== null && (
                  <a href={localPath(locale, `/newsletter/archive/${campaign.slug}`)}>{t('composer.archive.look')}</a>
                )}
                <button class={campaign.archivedAt === null ? 'b q' : 'b d'} name="do" value={campaign.archivedAt === null ? 'add' : 'remove'}>
                  {t(campaign.archivedAt === null ? 'composer.archive.add' : 'composer.archive.remove')}
                </button>
              </form>
            )}
          </aside>
        </div>
      </div>
    </>
  )
}
