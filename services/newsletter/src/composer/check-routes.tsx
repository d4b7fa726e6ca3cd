import { COUNTRIES } from '@stem/contracts/countries'
import type { Principal } from '@stem/contracts/context'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { isShipped, localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { asSeenIn } from '@stem/mail/frame'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { archiveIssue, removeFromArchive } from '../archive/archive-issue.ts'
import { findIssue } from '../archive/find-issues.ts'
import { READERS, type Audience } from '../audience/audience.ts'
import { countAudience } from '../audience/count-audience.ts'
import { approve } from '../campaigns/approve.ts'
import { EDITABLE, type Campaign } from '../campaigns/campaign.ts'
import { saveDraft } from '../campaigns/save-draft.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { checkIssue } from '../issue/check-issue.ts'
import { completenessOf } from '../issue/issue.ts'
import { renderIssue } from '../issue/render-issue.ts'
import { contentOf } from '../issue/version-of.ts'
import { deskOf } from '../readers/reader.ts'
import { askForTest } from './ask-for-test.ts'
import { AudiencePage } from './audience-page.tsx'
import { CheckPage, SHAPES, type Shape } from './check-page.tsx'
import { drawDesk, enterCampaign, type DeskContext } from '../desk/desk.tsx'

const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const box = v.optional(v.picklist(['', 'yes']), '')
const boxes = (names: string[]) => Object.fromEntries(names.map((name) => [name, box])) as Record<string, typeof box>
const audienceForm = v.strictObject({
  version: number,
  frequency: v.picklist(FREQUENCIES, 'forms.choose'),
  who: v.picklist(READERS, 'forms.choose'),
  ...boxes([
    ...NEWSLETTER_TOPICS.map((topic) => `topic-${topic}`),
    ...SHIPPED.map((locale) => `locale-${locale}`),
    ...COUNTRIES.map((code) => `country-${code}`),
  ]),
})
const approvalForm = v.strictObject({ version: number, archive: box })
const testForm = v.strictObject({ language: v.picklist(SHIPPED) })
const archiveForm = v.strictObject({ do: v.picklist(['add', 'remove']) })

/**
 * Policy of the mail in the preview: it shows and does nothing else. It is framed by our own pages alone; the same origin is kept so
 * that our own pictures load, and no script runs that could use it.
 */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox allow-same-origin; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

const typedOf = ({ topics, countries, locales, who, frequency }: Audience): Record<string, string> => ({
  ...Object.fromEntries(
    [...topics.map((topic) => `topic-${topic}`), ...locales.map((code) => `locale-${code}`), ...countries.map((code) => `country-${code}`)].map((name) => [
      name,
      'yes',
    ]),
  ),
  who,
  frequency,
})

async function showAudience(
  c: DeskContext,
  who: Principal,
  campaign: Campaign,
  { state, status = 200, problem }: { state?: FormState; status?: number; problem?: string } = {},
) {
  const { context } = c.env
  if (!EDITABLE.includes(campaign.state)) return seeOther(context, `/console/newsletter/${campaign.id}/check`)
  const speech = speechOf(context.locale)
  const count = await countAudience({ db: open(c.env) }, campaign.audience, context.now)
  const saved = new URL(c.req.url).searchParams.get('saved') === 'yes' && status === 200
  return drawDesk(c, who, {
    title: campaign.name,
    status,
    main: (
      <AudiencePage speech={speech} campaign={campaign} state={state ?? untouched(typedOf(campaign.audience))} count={count} saved={saved} problem={problem} />
    ),
  })
}

/** Language and shape that the address of a preview asks for. */
function wished(c: DeskContext, campaign: Campaign): { language: ShippedLocale; shape: Shape } {
  const params = new URL(c.req.url).searchParams
  const content = contentOf(campaign)
  const asked = params.get('language') ?? ''
  const begun = SHIPPED.filter((code) => completenessOf(content[code]).state !== 'none')
  const language = isShipped(asked) ? asked : (begun.find((code) => code === c.env.context.locale) ?? begun[0] ?? c.env.context.locale)
  return { language, shape: SHAPES.find((one) => one === params.get('shape')) ?? 'desktop' }
}

const findingsOf = (c: DeskContext, campaign: Campaign) => {
  const { CONTENT, MEMBERS, DB, context } = c.env
  const isArchived = async (slug: string) => {
    const issue = await findIssue(DB, slug, context.locale)
    return issue !== null && issue !== 'gone'
  }
  return checkIssue(contentOf(campaign), { content: CONTENT, members: MEMBERS, isArchived }, context)
}

async function showCheck(c: DeskContext, who: Principal, campaign: Campaign, problem?: string, status = 200) {
  const speech = speechOf(c.env.context.locale)
  const done = (['sent', 'approved', 'archived', 'removed'] as const).find((one) => one === new URL(c.req.url).searchParams.get('done')) ?? null
  const page = {
    speech,
    campaign,
    content: contentOf(campaign),
    findings: await findingsOf(c, campaign),
    done: status === 200 ? done : null,
    problem,
    ...wished(c, campaign),
  }
  return drawDesk(c, who, { title: campaign.name, status, frames: true, main: <CheckPage {...page} /> })
}

/** For whom an issue is, how it looks, what is wrong with it, a test, handing it over, the archive. */
export const check = new Hono<ServiceEnv<Env>>()
  .get('/console/newsletter/:id/audience', async (c) => {
    const entered = await enterCampaign(c)
    return entered instanceof Response ? entered : showAudience(c, entered.who, entered.campaign)
  })
  .post('/console/newsletter/:id/audience', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, audienceForm)
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    if (!form.ok) return showAudience(c, who, campaign, { state: { typed: fields.typed, faults: form.faults }, status: 422 })
    const ticked = form.value as Record<string, unknown>
    const audience: Audience = {
      topics: NEWSLETTER_TOPICS.filter((topic) => ticked[`topic-${topic}`] === 'yes'),
      countries: COUNTRIES.filter((code) => ticked[`country-${code}`] === 'yes'),
      locales: SHIPPED.filter((code) => ticked[`locale-${code}`] === 'yes'),
      who: form.value.who,
      frequency: form.value.frequency,
    }
    const { name, content, countsLinks } = campaign
    const done = await saveDraft(
      { db: open(c.env) },
      { id: campaign.id, version: form.value.version },
      { name, content, audience, countsLinks },
      who.personId,
      context.now,
    )
    if (done.ok) return seeOther(context, `/console/newsletter/${campaign.id}/audience?saved=yes`)
    return showAudience(c, who, campaign, { state: untouched(fields.typed), status: 409, problem: speechOf(context.locale).t('composer.audience.stale') })
  })
  .get('/console/newsletter/:id/check', async (c) => {
    const entered = await enterCampaign(c)
    return entered instanceof Response ? entered : showCheck(c, entered.who, entered.campaign)
  })
  .get('/console/newsletter/:id/letter', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { context } = c.env
    const { language, shape } = wished(c, entered.campaign)
    const page = `${context.origin}${localPath(language, '/newsletter')}`
    const { html, text } = await renderIssue({
      text: contentOf(entered.campaign)[language],
      locale: language,
      origin: context.origin,
      links: { preferences: page, unsubscribe: page, web: null },
      // Before it leaves, nothing is counted: links lead straight there.
      counted: entered.campaign.countsLinks ? (url) => url : undefined,
    })
    const isPlain = shape === 'plain'
    return new Response(isPlain ? text : asSeenIn(html, shape === 'dark' ? 'dark' : 'light'), {
      headers: { 'content-type': `text/${isPlain ? 'plain' : 'html'}; charset=utf-8`, 'content-security-policy': LETTER_POLICY, 'cache-control': 'no-store' },
    })
  })
  .post('/console/newsletter/:id/test', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), testForm)
    if (!form.ok) return new Response(null, { status: 400 })
    const locale = form.value.language
    const asked = await askForTest(deskOf(c.env), c.env.MEMBERS, campaign, { personId: who.personId, locale }, context.now)
    if (asked.ok) return seeOther(context, `/console/newsletter/${campaign.id}/check?done=sent&language=${locale}`)
    return showCheck(c, who, campaign, speechOf(context.locale).t(`composer.test.${asked.code}`), asked.code === 'too_many' ? 429 : 409)
  })
  .post('/console/newsletter/:id/approval', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const form = parseForm(await readFields(c.req.raw), approvalForm)
    if (!form.ok) return new Response(null, { status: 400 })
    if (form.value.version !== campaign.version) return showCheck(c, who, campaign, t('composer.approve.stale'), 409)
    if ((await findingsOf(c, campaign)).length > 0) return showCheck(c, who, campaign, t('composer.approve.not-yet'), 409)
    const done = await approve({ db: open(c.env) }, campaign, who.personId, context.now, { toArchive: form.value.archive === 'yes' })
    if (!done.ok) return showCheck(c, who, campaign, t('composer.approve.stale'), 409)
    return seeOther(context, `/console/newsletter/${campaign.id}/check?done=approved`)
  })
  .post('/console/newsletter/:id/archive', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), archiveForm)
    if (!form.ok) return new Response(null, { status: 400 })
    const isAdding = form.value.do === 'add'
    const act = isAdding ? archiveIssue : removeFromArchive
    const done = await act(open(c.env), campaign, who.personId, context.now)
    if (done === 'stale') return showCheck(c, who, campaign, speechOf(context.locale).t('composer.archive.stale'), 409)
    return seeOther(context, `/console/newsletter/${campaign.id}/check?done=${isAdding ? 'archived' : 'removed'}`)
  })
