import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { privatePage } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { AskForLink } from '../preferences/ask-for-link.tsx'
import { readerByLink } from '../readers/links.ts'
import { deskOf } from '../readers/reader.ts'
import { eraseReader } from './erase-reader.ts'
import { exportReader } from './export-reader.ts'

type C = Context<ServiceEnv<Env>>
const dataSchema = v.strictObject({ do: v.picklist(['export', 'erase']) })

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

const paramsOf = (c: C) => new URL(c.req.url).searchParams
const readerOf = (c: C) => readerByLink(deskOf(c.env), 'data', paramsOf(c), c.env.context.now)
const gone = (c: C) => {
  const speech = speechOf(c.env.context.locale)
  return draw(c, speech.t('newsletter.link-gone'), <AskForLink speech={speech} />, 410)
}

/** A reader's own data: to take along, or to be forgotten, by a link that came to the address itself an hour ago at most. */
export const ownData = new Hono<ServiceEnv<Env>>()
  .get('/newsletter/data', async (c) => {
    if (!(await readerOf(c))) return gone(c)
    const { t, locale } = speechOf(c.env.context.locale)
    const action = `${localPath(locale, '/newsletter/data')}?${paramsOf(c).toString()}`
    return draw(
      c,
      t('newsletter.data'),
      <>
        <form class="c st" method="post" action={action}>
          <p>{t('newsletter.export.text')}</p>
          <Hidden name="do" value="export" />
          <div>
            <button class="b">{t('newsletter.export.button')}</button>
          </div>
        </form>
        <form class="c st" method="post" action={action}>
          <p>{t('newsletter.erase.text')}</p>
          <Hidden name="do" value="erase" />
          <div>
            <button class="b q">{t('newsletter.erase.button')}</button>
          </div>
        </form>
      </>,
    )
  })
  .post('/newsletter/data', async (c) => {
    const found = await readerOf(c)
    if (!found) return gone(c)
    const form = parseForm(await readFields(c.req.raw), dataSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { t } = speechOf(c.env.context.locale)
    if (form.value.do === 'export') {
      return new Response(JSON.stringify(await exportReader(deskOf(c.env), found.reader), null, 2), {
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="my-newsletter.json"' },
      })
    }
    await eraseReader(deskOf(c.env), found.reader, 'page', c.env.context.now)
    return draw(c, t('newsletter.erased'), <p class="lead">{t('newsletter.erased.text')}</p>)
  })
