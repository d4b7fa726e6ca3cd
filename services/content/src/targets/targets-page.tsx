import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { wordsOf } from '../indicators/indicator-words.ts'
import type { Target } from './read-targets.ts'

const FULL = 50

/** The latest value as a bar and the target as a line across it, on one scale for all. */
const Bullet = ({ goal, now }: Pick<Target, 'goal' | 'now'>) => {
  const x = (value: number) => Math.round((Math.min(value, FULL) / FULL) * 400)
  return (
    <svg class="br" viewBox="0 0 400 16" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bg" width="400" height="16" />
      {now && <rect y="4" width={x(now.value)} height="8" />}
      <path d={`M${x(goal.value)} 0v16`} stroke="currentColor" stroke-width="4" />
    </svg>
  )
}

const One = ({ speech, target: { indicator, goal, now } }: { speech: Speech; target: Target }) => {
  const { t, f, locale } = speech
  const { title, lang, definition } = wordsOf(speech, indicator)
  return (
    <li class="st g2">
      <h2 class="s">
        <a href={localPath(locale, `/data/${indicator.slug}`)} lang={lang}>
          {title}
        </a>
      </h2>
      <p class="s m">{definition}</p>
      <Bullet goal={goal} now={now} />
      <p>
        <b>{t('data.targets.goal', { value: f.percent(goal.value), year: goal.year })}</b>
        {now && (
          <>
            {' · '}
            <a href={localPath(locale, `/data/${now.indicator.slug}`)}>{t('data.targets.now', { value: f.percent(now.value), year: now.year })}</a>
            {' · '}
            {now.toGo === 0 ? t('data.targets.met') : t('data.targets.to-go', { n: now.toGo, count: f.number(now.toGo) })}
          </>
        )}
      </p>
      {!now && <p class="s m">{t('data.targets.unknown')}</p>}
    </li>
  )
}

/** What the EU set itself for 2030, each beside the latest value on file, and said where none is. */
export const TargetsPage = ({ speech, targets }: { speech: Speech; targets: Target[] }) => {
  const { t, f, locale } = speech
  const [source] = targets
  return (
    <div class="w top st g6">
      <div class="st g2">
        <h1>{t('data.targets.title')}</h1>
        <p class="lead">{t('data.targets.lead')}</p>
      </div>
      {source === undefined ? (
        <Empty title={t('data.targets.none')} />
      ) : (
        <>
          <ul class="st g6 n">
            {targets.map((target) => (
              <One speech={speech} target={target} />
            ))}
          </ul>
          <p class="src">
            <span>{t('data.targets.bar', { value: f.percent(FULL) })}</span>
            <a href={source.indicator.sourceUrl}>{t('data.source', { publisher: source.indicator.publisher })}</a>
          </p>
        </>
      )}
      <MoreLink href={localPath(locale, '/data')}>{t('data.title')}</MoreLink>
    </div>
  )
}
