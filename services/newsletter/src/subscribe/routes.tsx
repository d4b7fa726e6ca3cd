import { localPath } from '@stem/i18n/locales'
import { untouched, type FormState } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, parseForm, readFields, ticked } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { mailAddress } from '@stem/mail/message'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { isCarried } from '../readers/carried.ts'
import { deskOf } from '../readers/reader.ts'
import { linkQuery } from '../readers/links.ts'
import { wishOf, WISH_ENTRIES } from '../wish/wish.ts'
import { askToSubscribe, LIMITED } from './ask-to-subscribe.ts'
import { confirm, optInByLink } from './confirm.ts'
import { ConfirmPage, SentPage, TooOldPage, WelcomePage } from './confirm-pages.tsx'
import { SubscribePage } from './subscribe-page.tsx'

type C = Context<ServiceEnv<Env>>

const subscribeSchema = v.strictObject({
  ...WISH_ENTRIES,
  frequency: v.optional(WISH_ENTRIES.frequency, 'each'),
  key: formKey,
  address: mailAddress,
  consent: ticked,
  more: v.optional(v.string(), ''),
})

const MOST_ADDRESS = 254

function show(c: C, state: FormState, { status = 200, problem }: { status?: number; problem?: string } = {}) {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const title = speech.t('newsletter.title')
  return privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: speech.t('newsletter.description'),
    status,
    crumbs: [{ label: title }],
    main: <SubscribePage speech={speech} state={state} problem={problem} />,
  })
}

const draw = (c: C, title: string, main: Parameters<typeof privatePage>[1]['main'], status = 200) =>
  privatePage(c.env.context, { title, description: title, status, secretLink: true, main })

const linkOf = (c: C) => {
  const params = new URL(c.req.url).searchParams
  return { id: params.get('id') ?? '', token: params.get('token') ?? '' }
}

/** Subscribing: asked by a form, mailed, confirmed by a button. No GET confirms anything. */
export const subscribe = new Hono<ServiceEnv<Env>>()
  .get('/newsletter', (c) => show(c, untouched({ key: newFormKey() })))
  .post('/newsletter', async (c) => {
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    // From the home page: the address alone, to begin with.
    if (Object.keys(fields.typed).join() === 'address')
      return show(c, untouched({ key: newFormKey(), address: (fields.typed['address'] ?? '').slice(0, MOST_ADDRESS) }))
    const typed = { ...fields.typed, key: /^[0-9a-f]{32}$/.test(fields.typed['key'] ?? '') ? (fields.typed['key'] ?? '') : newFormKey() }
    const form = parseForm(fields, subscribeSchema)
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    const wish = wishOf({ frequency: 'each', ...fields.typed })
    const faults = [...(form.ok ? [] : form.faults), ...(wish === null ? [{ field: 'topics', reason: 'newsletter.topics.none' }] : [])]
    if (form.ok && !isCarried(form.value.address)) faults.push({ field: 'address', reason: 'newsletter.address.carried' })
    if (!form.ok || wish === null || faults.length > 0) return show(c, { typed, faults }, { status: 422 })
    if (form.value.more === '') {
      const asked = await askToSubscribe(
        deskOf(c.env),
        {
          formKey: form.value.key,
          address: form.value.address,
          wish,
          locale: context.locale,
          form: localPath(context.locale, '/newsletter'),
          network: context.client.network,
        },
        context.now,
      )
      if (!asked.ok) return show(c, untouched(typed), { status: 429, problem: speechOf(context.locale).t(LIMITED[asked.code]) })
    }
    return seeOther(context, '/newsletter/sent')
  })
  .get('/newsletter/sent', (c) => {
    const speech = speechOf(c.env.context.locale)
    return draw(c, speech.t('newsletter.sent'), <SentPage speech={speech} />)
  })
  .get('/newsletter/confirm', async (c) => {
    const speech = speechOf(c.env.context.locale)
    const link = linkOf(c)
    const found = await optInByLink(deskOf(c.env), link, c.env.context.now)
    if (!found) return draw(c, speech.t('newsletter.too-old'), <TooOldPage speech={speech} />, 410)
    return draw(c, speech.t('newsletter.confirm'), <ConfirmPage speech={speech} found={found} token={link.token} />)
  })
  .post('/newsletter/confirm', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const desk = deskOf(c.env)
    const { typed } = await readFields(c.req.raw)
    const found = await optInByLink(desk, { id: typed['id'] ?? '', token: typed['token'] ?? '' }, context.now)
    const confirmed = found && (await confirm(desk, found, context.now))
    if (!confirmed?.ok) return draw(c, speech.t('newsletter.too-old'), <TooOldPage speech={speech} />, 410)
    const preferences = `${localPath(context.locale, '/newsletter/preferences')}?${await linkQuery(desk, 'preferences', confirmed.value)}`
    return draw(
      c,
      speech.t('newsletter.welcome'),
      <WelcomePage speech={speech}>
        <MoreLink href={preferences}>{speech.t('newsletter.preferences')}</MoreLink>
      </WelcomePage>,
    )
  })
