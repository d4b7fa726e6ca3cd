import { SHIPPED } from '@stem/i18n/locales'
import { takeTurn } from '@stem/jobs/turns'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, line, newFormKey, parseForm, readFields, type FormFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import type { Principal } from '@stem/contracts/context'
import * as v from 'valibot'
import { EVERYBODY } from '../audience/audience.ts'
import { campaignById, campaignsIn, EDITABLE, type Campaign } from '../campaigns/campaign.ts'
import { beginDraft, saveDraft } from '../campaigns/save-draft.ts'
import { open } from '../db/open.ts'
import { digestRuns } from '../digest/digest-runs.ts'
import type { Env } from '../env.ts'
import { changeBlocks, newBlockId } from '../issue/change-blocks.ts'
import { emptyBlock, emptyIssue, inEach, type IssueContent } from '../issue/issue.ts'
import { takeIn } from '../issue/take-in.ts'
import { contentOf, versionOf } from '../issue/version-of.ts'
import { deskOf } from '../readers/reader.ts'
import { CampaignsPage } from './campaigns-page.tsx'
import { drawDesk, enterCampaign, enterDesk, notFound, type DeskContext } from '../desk/desk.tsx'
import { differencesOf } from './differences.ts'
import { readIssue, typedOf } from './issue-form.ts'
import { IssuePage } from './issue-page.tsx'
import { ItemsPage } from './items-page.tsx'

const MOST_ITEMS = 20
// The same form sent twice begins one issue.
const ONCE = { name: 'campaign-begin', most: 1, window: 24 * 60 * 60_000 }
const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const beginSchema = v.strictObject({ key: formKey, name: line(200) })
const metaSchema = v.object({
  base: number,
  version: number,
  kind: v.optional(v.picklist(['heading', 'text', 'quote', 'button', 'image']), 'text'),
  'counts-links': v.optional(v.picklist(['', 'yes']), ''),
  do: v.pipe(v.string(), v.regex(/^(save|add|items|(up|down|delete):[0-9a-z]{6})$/)),
})
const MORE = ['base', 'version', 'kind', 'counts-links', 'do'] as const
const itemSchema = v.strictObject({
  item: v.pipe(v.string(), v.regex(/^itm_[0-9a-z]{26}$/)),
  q: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  version: number,
})

async function list(c: DeskContext, who: Principal, state: FormState, status = 200) {
  const speech = speechOf(c.env.context.locale)
  const title = speech.t('console.newsletter')
  const db = open(c.env)
  const [campaigns, runs] = await Promise.all([campaignsIn(db), digestRuns(db)])
  return drawDesk(c, who, { title, status, main: <CampaignsPage speech={speech} campaigns={campaigns} runs={runs} state={state} /> })
}

type Shown = { content?: IssueContent; base?: number; state?: FormState; status?: number; conflict?: Parameters<typeof IssuePage>[0]['conflict'] }

function show(
  c: DeskContext,
  who: Principal,
  campaign: Campaign,
  { content = contentOf(campaign), base = campaign.version, state, status = 200, conflict }: Shown = {},
) {
  const speech = speechOf(c.env.context.locale)
  const saved = new URL(c.req.url).searchParams.get('saved') === 'yes' && status === 200
  const page = {
    speech,
    campaign,
    content,
    base,
    state: state ?? untouched({ ...typedOf(campaign.name, content), 'counts-links': campaign.countsLinks ? 'yes' : '' }),
    saved,
    conflict,
  }
  return drawDesk(c, who, { title: campaign.name, status, main: <IssuePage {...page} /> })
}

/** Somebody saved meanwhile: what was typed stays in the form, and what they wrote stands beside it. */
async function showBoth(c: DeskContext, who: Principal, { id }: Campaign, fields: FormFields, mine: { name: string; content: IssueContent }, base: number) {
  const now = await campaignById(open(c.env), id)
  if (!now) return notFound()
  if (!EDITABLE.includes(now.state)) return seeOther(c.env.context, `/console/newsletter/${id}/check`)
  const names = await c.env.MEMBERS.namesOf([now.author])
  const differences = differencesOf(mine, { name: now.name, content: contentOf(now) })
  const conflict = { who: names[now.author] ?? speechOf(c.env.context.locale).t('composer.conflict.somebody'), differences }
  return show(c, who, now, { content: mine.content, base, state: untouched(fields.typed), status: 409, conflict })
}

/** Making an issue: list of campaigns, its blocks, items taken in. */
export const composer = new Hono<ServiceEnv<Env>>()
  .get('/console/newsletter', async (c) => {
    const who = await enterDesk(c)
    return who instanceof Response ? who : list(c, who, untouched({ key: newFormKey() }))
  })
  .post('/console/newsletter', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, beginSchema)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : list(c, who, { typed: fields.typed, faults: form.faults }, 422)
    const desk = deskOf(c.env)
    const isFirst = await takeTurn({ db: desk.db, key: desk.tokenKey }, ONCE, form.value.key, c.env.context.now)
    if (!isFirst) return seeOther(c.env.context, '/console/newsletter')
    const id = await beginDraft(
      { db: open(c.env) },
      { name: form.value.name, content: emptyIssue(), audience: EVERYBODY, countsLinks: false },
      { who: who.personId },
      c.env.context.now,
    )
    return seeOther(c.env.context, `/console/newsletter/${id}`)
  })
  .get('/console/newsletter/:id', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    return EDITABLE.includes(campaign.state) ? show(c, who, campaign) : seeOther(c.env.context, `/console/newsletter/${campaign.id}/check`)
  })
  .post('/console/newsletter/:id', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const meta = v.safeParse(metaSchema, fields.typed)
    const base = meta.success ? await versionOf(open(c.env), campaign.id, meta.output.base) : null
    if (!meta.success || !base) return new Response(null, { status: 400 })
    const read = readIssue(fields, base.content, context.origin, MORE)
    if (!read.ok && read.code === 'bad_form') return new Response(null, { status: 400 })
    if (!read.ok)
      return show(c, who, campaign, { content: base.content, base: meta.output.base, state: { typed: fields.typed, faults: read.faults }, status: 422 })
    const [act = '', block = ''] = meta.output.do.split(':')
    const { name, content } = read
    const changed =
      act === 'up' || act === 'down' || act === 'delete'
        ? changeBlocks(content, { do: act, id: block })
        : act === 'add'
          ? changeBlocks(content, { do: 'add', blocks: blocksOf(meta.output.kind) })
          : content
    const done = await saveDraft(
      { db: open(c.env) },
      { id: campaign.id, version: meta.output.version },
      { name, content: changed, audience: campaign.audience, countsLinks: meta.output['counts-links'] === 'yes' },
      who.personId,
      context.now,
    )
    if (!done.ok) return showBoth(c, who, campaign, fields, { name, content }, meta.output.base)
    if (act === 'items') return seeOther(context, `/console/newsletter/${campaign.id}/items`)
    const place = act === 'add' ? `#b-${changed.en.blocks.at(-1)?.id ?? ''}` : act === 'up' || act === 'down' ? `#b-${block}` : ''
    return seeOther(context, `/console/newsletter/${campaign.id}?saved=yes${place}`)
  })
  .get('/console/newsletter/:id/items', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    return showItems(c, entered.who, entered.campaign, (new URL(c.req.url).searchParams.get('q') ?? '').slice(0, 100))
  })
  .post('/console/newsletter/:id/items', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), itemSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { t } = speechOf(context.locale)
    const blocks = await takeIn(c.env.CONTENT, form.value.item, context.now)
    if (!blocks) return showItems(c, who, campaign, form.value.q, t('composer.items.gone'), 409)
    const changed = changeBlocks(contentOf(campaign), { do: 'add', blocks })
    if (changed.en.blocks.length === campaign.content.en?.blocks.length) return showItems(c, who, campaign, form.value.q, t('composer.items.full'), 409)
    const { name, audience, countsLinks } = campaign
    const done = await saveDraft(
      { db: open(c.env) },
      { id: campaign.id, version: form.value.version },
      { name, content: changed, audience, countsLinks },
      who.personId,
      context.now,
    )
    if (done.ok) return seeOther(context, `/console/newsletter/${campaign.id}?saved=yes#b-${blocks.en.id}`)
    const now = (await campaignById(open(c.env), campaign.id)) ?? campaign
    return showItems(c, who, now, form.value.q, t('composer.items.stale'), 409)
  })

function blocksOf(kind: 'heading' | 'text' | 'quote' | 'button' | 'image') {
  const id = newBlockId()
  return inEach(() => emptyBlock(kind, id))
}

async function showItems(c: DeskContext, who: Principal, campaign: Campaign, q: string, problem?: string, status = 200) {
  const { context } = c.env
  if (!EDITABLE.includes(campaign.state)) return seeOther(context, `/console/newsletter/${campaign.id}/check`)
  const speech = speechOf(context.locale)
  const items = await c.env.CONTENT.findItems(q, { locale: context.locale, now: context.now }, MOST_ITEMS)
  const present = new Set(SHIPPED.flatMap((locale) => contentOf(campaign)[locale].blocks).flatMap((block) => ('item' in block ? [block.item.id] : [])))
  return drawDesk(c, who, {
    title: campaign.name,
    status,
    main: <ItemsPage speech={speech} campaign={campaign} q={q} items={items} present={present} problem={problem} />,
  })
}
