import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { readFields } from '@stem/web/form'
import { privatePage } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../env.ts'
import { linkQuery, readerByLink } from '../readers/links.ts'
import { whoLeaves } from '../readers/mailbox.ts'
import { deskOf, readerById, type Reader } from '../readers/reader.ts'
import { AskForLink } from '../preferences/ask-for-link.tsx'
import { comeBack, undoableUntil } from './come-back.ts'
import { leave } from './leave.ts'

type C = Context<ServiceEnv<Env>>

const draw = (c: C, title: string, main: Child, status = 200) =>
  privatePage(c.env.context, {
    title,
    description: title,
    status,
    secretLink: true,
    main: (
      <div class="w top st g5 n">
        <h1>{title}</h1>
        {main}
      </div>
    ),
  })

const gone = (c: C) => {
  const speech = speechOf(c.env.context.locale)
  return draw(c, speech.t('newsletter.link-gone'), <AskForLink speech={speech} />, 410)
}

// A link of an issue that lies in a mailbox to which nothing is sent any more.
const nobody = (c: C) => {
  const { t, locale } = speechOf(c.env.context.locale)
  return draw(
    c,
    t('consent.nobody'),
    <>
      <p class="lead">{t('consent.nobody.text')}</p>
      <p>
        <MoreLink href={localPath(locale, '/newsletter')}>{t('consent.subscribe-again')}</MoreLink>
      </p>
    </>,
  )
}

const paramsOf = (c: C) => new URL(c.req.url).searchParams

async function leftPage(c: C, reader: Reader) {
  const { t, locale } = speechOf(c.env.context.locale)
  const desk = deskOf(c.env)
  const until = await undoableUntil(desk, reader, c.env.context.now)
  return draw(
    c,
    t('newsletter.left'),
    <>
      <p class="lead">{t('newsletter.left.text')}</p>
      {until === null ? (
        <p>
          <MoreLink href={localPath(locale, '/newsletter')}>{t('consent.subscribe-again')}</MoreLink>
        </p>
      ) : (
        <>
          <form method="post" action={`${localPath(locale, '/newsletter/unsubscribe/undo')}?${await linkQuery(desk, 'undo', reader, { until })}`}>
            <Hidden name="do" value="undo" />
            <button class="b q">{t('newsletter.left.undo')}</button>
          </form>
          <p class="s m">{t('newsletter.left.undo.text')}</p>
        </>
      )}
    </>,
  )
}

/**
 * Leaving. GET shows a page with one button; POST leaves, with whatever body and without any header of a browser, and answers 200
 * without a redirect, because mail programs post by themselves (RFC 8058). The token in the address is all it takes.
 */
export const unsubscribe = new Hono<ServiceEnv<Env>>()
  .get('/newsletter/unsubscribe', async (c) => {
    const { t, locale } = speechOf(c.env.context.locale)
    const params = paramsOf(c)
    const found = await whoLeaves(deskOf(c.env), params)
    if (!found) return gone(c)
    if (found.reader === null) return nobody(c)
    if (found.reader.state === 'withdrawn') return leftPage(c, found.reader)
    const preferences = found.isOwn ? await linkQuery(deskOf(c.env), 'preferences', found.reader) : null
    return draw(
      c,
      t('newsletter.leave'),
      <>
        <p class="lead">{t('newsletter.leave.text')}</p>
        <form method="post" action={`${localPath(locale, '/newsletter/unsubscribe')}?${params.toString()}`}>
          <Hidden name="do" value="leave" />
          <button class="b">{t('newsletter.leave.button')}</button>
        </form>
        {preferences !== null && (
          <p>
            <MoreLink href={`${localPath(locale, '/newsletter/preferences')}?${preferences}`}>{t('newsletter.leave.instead')}</MoreLink>
          </p>
        )}
      </>,
    )
  })
  .post('/newsletter/unsubscribe', async (c) => {
    const desk = deskOf(c.env)
    const found = await whoLeaves(desk, paramsOf(c))
    if (!found) return gone(c)
    if (found.reader === null) return nobody(c)
    // The page's own button says so; everything else, an empty body too, is a mail program.
    const { typed } = await readFields(c.req.raw)
    await leave(desk, found.reader, { way: typed['do'] === 'leave' ? 'page' : 'one-click', campaign: found.campaign }, c.env.context.now)
    return leftPage(c, (await readerById(desk.db, found.reader.id)) ?? found.reader)
  })
  .post('/newsletter/unsubscribe/undo', async (c) => {
    const desk = deskOf(c.env)
    const { t, locale } = speechOf(c.env.context.locale)
    const found = await readerByLink(desk, 'undo', paramsOf(c), c.env.context.now)
    if (!found || !(await comeBack(desk, found.reader, found.until, c.env.context.now))) return gone(c)
    return draw(
      c,
      t('newsletter.back'),
      <>
        <p class="lead">{t('newsletter.back.text')}</p>
        <p>
          <MoreLink href={`${localPath(locale, '/newsletter/preferences')}?${await linkQuery(desk, 'preferences', found.reader)}`}>
            {t('newsletter.preferences')}
          </MoreLink>
        </p>
      </>,
    )
  })
