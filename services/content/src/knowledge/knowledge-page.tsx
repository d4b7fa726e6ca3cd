import { LIST_NAMES, type ListName } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { ReportSection } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'

/** The page that leads to all that the coalition knows: every list with what it holds. */
export const KnowledgePage = ({ speech, counts }: { speech: Speech; counts: Record<ListName, number> }) => {
  const { t, f, locale } = speech
  return (
    <>
      <div class="w top st g2">
        <h1>{t('knowledge.title')}</h1>
        <p class="lead">{t('knowledge.lead')}</p>
      </div>
      {LIST_NAMES.map((name) => (
        <ReportSection id={name} title={t(`list.${name}.title`)}>
          <div class="st g2">
            <p>{t(`list.${name}.lead`)}</p>
            <p>
              <MoreLink href={localPath(locale, `/${name}`)}>{t(`list.${name}.count`, { n: counts[name], count: f.number(counts[name]) })}</MoreLink>
            </p>
          </div>
        </ReportSection>
      ))}
    </>
  )
}
