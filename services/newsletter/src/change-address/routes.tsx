import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { readFields } from '@stem/web/form'
import { privatePage } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import { masked } from '../audience/count-audience.ts'
import type { Env } from '../env.ts'
import { linkQuery } from '../readers/links.ts'
import { deskOf, readerById } from '../readers/reader.ts'
import { agree, callOff } from './agree.ts'
import { changeByLink, isDone } from './change.ts'
import { ChangePage } from './change-page.tsx'

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
  const { t, locale } = speechOf(c.env.context.locale)
  return draw(
    c,
    t('newsletter.link-gone'),
    <>
      <p class="lead">{t('newsletter.change.gone')}</p>
      <p>
        <MoreLink href={localPath(locale, '/newsletter')}>{t('newsletter.subscribe')}</MoreLink>
      </p>
    </>,
    410,
  )
}

/** It is done. The way to the preferences only for the new mailbox: the links of the old one have ended. */
async function donePage(c: C, address: string, preferences: string | null) {
  const { t, locale } = speechOf(c.env.context.locale)
  return draw(
    c,
    t('newsletter.change.done'),
    <>
      <p class="lead">{t('newsletter.change.done.text', { address })}</p>
      {preferences !== null && (
        <p>
          <MoreLink href={`${localPath(locale, '/newsletter/preferences')}?${preferences}`}>{t('newsletter.preferences')}</MoreLink>
        </p>
      )}
    </>,
  )
}

/** Changing the address, by a link to each mailbox. No GET changes anything. */
export const changeAddress = new Hono<ServiceEnv<Env>>()
  .get('/newsletter/address', async (c) => {
    const desk = deskOf(c.env)
    const params = new URL(c.req.url).searchParams
    const found = await changeByLink(desk, params, c.env.context.now)
    const reader = found && (await readerById(desk.db, found.change.subscriberId))
    if (!found || !reader || reader.address === null) return gone(c)
    const { change, side } = found
    if (isDone(change)) return donePage(c, change.address, side === 'new' ? await linkQuery(desk, 'preferences', reader) : null)
    const speech = speechOf(c.env.context.locale)
    const present = side === 'old' ? reader.address : masked(reader.address)
    return draw(c, speech.t('newsletter.change'), <ChangePage speech={speech} change={change} side={side} present={present} query={params.toString()} />)
  })
  .post('/newsletter/address', async (c) => {
    const desk = deskOf(c.env)
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const found = await changeByLink(desk, new URL(c.req.url).searchParams, context.now)
    if (!found) return gone(c)
    const { change, side } = found
    const { typed } = await readFields(c.req.raw)
    if (typed['do'] === 'call-off' && side === 'old') {
      if (!(await callOff(desk, change))) return gone(c)
      return draw(c, t('newsletter.change.called-off'), <p class="lead">{t('newsletter.change.called-off.text')}</p>)
    }
    if (typed['do'] !== 'agree') return new Response(null, { status: 400 })
    const agreed = await agree(desk, { change, side, shownIn: context.locale }, context.now)
    if (!agreed.ok) return gone(c)
    if (agreed.value.state === 'done') return donePage(c, change.address, side === 'new' ? await linkQuery(desk, 'preferences', agreed.value.reader) : null)
    return draw(c, t('newsletter.change.waiting'), <p class="lead">{t('newsletter.change.waiting.text')}</p>)
  })
