import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { privatePage } from '@stem/web/page'
import { sameText } from '@stem/jobs/tokens'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { unsealBytes } from '../sealing/seal.ts'
import { attachmentAs } from './file-name.ts'
import { bytesPlace, fileById, fileToken, storeOf, type Reader } from './kept-file.ts'

type C = Context<ServiceEnv<Env>>

const READERS: readonly Reader[] = ['requester', 'desk']
const linkSchema = v.strictObject({
  until: v.pipe(v.string(), v.regex(/^\d{13}$/), v.transform(Number)),
  token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/** The link was right once; the page it stands on has a new one. */
const over = (c: C) => {
  const { t } = speechOf(c.env.context.locale)
  return privatePage(c.env.context, {
    title: t('files.over'),
    description: t('files.over'),
    status: 410,
    secretLink: true,
    main: (
      <div class="w top st g5 n">
        <h1>{t('files.over')}</h1>
        <p class="lead">{t('files.over.text')}</p>
      </div>
    ),
  })
}

/**
 * A file by a link that is good for ten minutes and for this file alone. Who asks counts for nothing: the door reads no cookie here.
 * It is saved and never shown, whatever it is: nothing in it runs under the site's own address.
 */
export const files = new Hono<ServiceEnv<Env>>().get('/files/:id{fil_[0-9a-f]{26}}', async (c) => {
  const store = storeOf(c.env)
  const id = c.req.param('id')
  const link = v.safeParse(linkSchema, Object.fromEntries(new URL(c.req.url).searchParams))
  if (!link.success) return new Response(null, { status: 404 })
  const { until, token } = link.output
  const tokens = await Promise.all(READERS.map((reader) => fileToken(store.keys, { id, until, reader })))
  const reader = READERS.find((_, index) => sameText(token, tokens[index] ?? ''))
  if (reader === undefined) return new Response(null, { status: 404 })
  const found = until < c.env.context.now ? null : await fileById(store, id)
  if (!found || (reader === 'requester' && found.caseState === 'spam')) return over(c)
  const sealed = await store.bucket.get(id)
  if (!sealed) return over(c)
  const bytes = await unsealBytes(store.keys, bytesPlace(id), new Uint8Array(await sealed.arrayBuffer()))
  return new Response(bytes, {
    headers: {
      'content-type': found.type,
      'content-disposition': attachmentAs(found.name),
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store, private',
      'referrer-policy': 'no-referrer',
    },
  })
})
