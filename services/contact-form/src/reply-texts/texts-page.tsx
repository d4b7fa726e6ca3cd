import { localPath, SHIPPED } from '@stem/i18n/locales'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { completeness, isOverdue, type ReplyText } from './reply-text.ts'

type Props = { speech: Speech; texts: readonly ReplyText[]; names: Record<string, string>; today: string }

/** Whether a text is complete, put away, or waits to be read again. */
const Standing = ({ speech: { t, f }, text, today }: { speech: Speech; text: ReplyText; today: string }) => {
  if (text.archivedAt !== null) return <Tag>{t('texts.archived')}</Tag>
  const date = f.date(text.reviewBy)
  return isOverdue(text, today) ? <Tag tone="warn">{t('texts.overdue', { date })}</Tag> : <span>{t('texts.review', { date })}</span>
}

/** All texts for answers that are given often. */
export const TextsPage = ({ speech, texts, names, today }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, '/console/requests/texts')
  return (
    <div class="cp st g5">
      <p class="n">{t('texts.text')}</p>
      <p>
        <a class="b" href={`${here}/new`}>
          {t('texts.new')}
        </a>
      </p>
      {texts.length === 0 ? (
        <Empty title={t('texts.none')} />
      ) : (
        <ul class="rows">
          {texts.map((text) => (
            <li>
              <h2>
                <a href={`${here}/${text.id}`}>{text.name}</a>
              </h2>
              <p class="meta">
                <span>{t('texts.languages', { count: f.number(completeness(text)), all: f.number(SHIPPED.length) })}</span>
                <span>{names[text.ownerId] ?? t('request.forgotten')}</span>
                <Standing speech={speech} text={text} today={today} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
