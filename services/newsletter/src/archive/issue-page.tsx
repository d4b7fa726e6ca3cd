import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import type { Speech } from '@stem/ui/speech'
import { UntranslatedNotice } from '@stem/ui/untranslated'
import type { Block } from '../issue/issue.ts'
import { inlinesOf, linkAddress, paragraphsOf, picturePath, type Place } from '../issue/links.ts'
import { itemAddress, metaOf } from '../issue/render-issue.ts'
import type { ArchivedIssue } from './find-issues.ts'

const Line = ({ line, place }: { line: string; place: Place }) => (
  <>
    {inlinesOf(line).map(({ words, url }) => {
      const address = url === null ? null : linkAddress(url, place)
      return address === null ? words : <a href={address}>{words}</a>
    })}
  </>
)

const Piece = ({ block, place }: { block: Block; place: Place }) => {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'text':
      return (
        <>
          {paragraphsOf(block.text).map((lines) => (
            <p>
              {lines.map((line, index) => (
                <>
                  {index > 0 && <br />}
                  <Line line={line} place={place} />
                </>
              ))}
            </p>
          ))}
        </>
      )
    case 'item':
    case 'event': {
      const { item } = block
      const address = itemAddress(item, place)
      const lang = item.locale === place.locale ? undefined : item.locale
      return (
        <section class="st g1">
          <p class="s m">{metaOf(item, place.locale)}</p>
          <h3 lang={lang}>{address === null ? item.title : <a href={address}>{item.title}</a>}</h3>
          <p lang={lang}>{item.summary}</p>
        </section>
      )
    }
    case 'quote':
      return (
        <blockquote class="say">
          <p class="lead pre">{block.words}</p>
          <p class="s m">{block.who}</p>
        </blockquote>
      )
    case 'button': {
      const url = linkAddress(block.url, place)
      return url === null ? (
        <p>{block.label}</p>
      ) : (
        <a class="b" href={url}>
          {block.label}
        </a>
      )
    }
    case 'image': {
      const path = picturePath(block.url, place.origin)
      return path === null ? null : <img src={path} alt={block.decorative ? '' : block.alt} loading="lazy" />
    }
  }
}

/** One issue as it was sent, without anything that belongs to a reader. */
export const ArchivedIssuePage = ({ speech, issue, origin }: { speech: Speech; issue: ArchivedIssue; origin: string }) => {
  const { t, f, locale } = speech
  const place = { origin, locale: issue.locale }
  return (
    <div class="w top st g5 n">
      <UntranslatedNotice speech={speech} lang={issue.locale} />
      <p class="s m">{f.day(issue.sentAt)}</p>
      <article class="st g5" lang={issue.locale === locale ? undefined : issue.locale}>
        <h1>{issue.text.subject}</h1>
        {issue.text.blocks.map((block) => (
          <Piece block={block} place={place} />
        ))}
      </article>
      <p class="cl">
        <MoreLink href={localPath(locale, '/newsletter/archive')}>{t('archive.title')}</MoreLink>
        <MoreLink href={localPath(locale, '/newsletter')}>{t('newsletter.subscribe')}</MoreLink>
      </p>
    </div>
  )
}
