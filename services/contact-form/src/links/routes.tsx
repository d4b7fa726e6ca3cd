import type { Principal } from '@stem/contracts/context'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { caseById, readingOf } from '../cases/read-case.ts'
import type { Case } from '../cases/case.ts'
import { drawCasePage, enterCase } from '../desk/case-page.tsx'
import type { DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { countryLink, findTargets } from './find-targets.ts'
import { linkCase, LINK_KINDS, linksOf, unlinkCase, type Link, type LinkKind } from './link.ts'
import { LinksPage } from './links-page.tsx'

const LINKS = '/console/requests/:id{cas_[0-9a-z]+}/links'
const LONGEST = 100
const linkSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  kind: v.picklist(LINK_KINDS),
  target: v.pipe(v.string(), v.regex(/^((org|itm)_[0-9a-z]{26}|[A-Z]{2})$/)),
  q: v.optional(v.pipe(v.string(), v.maxLength(LONGEST)), ''),
  do: v.picklist(['link', 'unlink']),
})

async function show(c: DeskContext, who: Principal, found: Case, { status, problem }: { status?: number; problem?: string } = {}) {
  const speech = speechOf(c.env.context.locale)
  const params = new URL(c.req.url).searchParams
  const q = (params.get('q') ?? '').trim().slice(0, LONGEST)
  const kind = params.get('kind') === 'practice' ? 'practice' : 'organisation'
  const [links, targets] = await Promise.all([linksOf(readingOf(c.env).db, found.id), findTargets(c.env, kind, q, speech.locale)])
  const main = <LinksPage speech={speech} found={found} links={links} searched={q === '' ? null : { kind, q, found: targets }} problem={problem} />
  return drawCasePage(c, who, found, { title: speech.t('links.title'), status, main })
}

/** What may be linked, by its name as its owner publishes it: a form says which, never what it is called. */
async function linkTo(c: DeskContext, { kind, target, q }: { kind: LinkKind; target: string; q: string }): Promise<Link | null> {
  if (kind === 'country') return countryLink(target)
  const found = (await findTargets(c.env, kind, q, c.env.context.locale)).find((one) => one.target === target)
  return found ? { kind, target, label: found.label } : null
}

/** What a case has to do with: organisations, practices, countries. */
export const caseLinks = new Hono<ServiceEnv<Env>>()
  .get(LINKS, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    return entered instanceof Response ? entered : show(c, entered.who, entered.found)
  })
  .post(LINKS, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    if (entered instanceof Response) return entered
    const { who, found } = entered
    const { context } = c.env
    const reading = readingOf(c.env)
    const form = parseForm(await readFields(c.req.raw), linkSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { kind, target, version, do: act } = form.value
    const link = act === 'link' ? await linkTo(c, form.value) : null
    if (act === 'link' && link === null) return new Response(null, { status: 404 })
    const done = link
      ? await linkCase(reading, who.personId, found, { link, version }, context.now)
      : await unlinkCase(reading, who.personId, found, { kind, target, version }, context.now)
    if (done.ok) return seeOther(context, `/console/requests/${found.id}/links`)
    return show(c, who, (await caseById(reading, found.id)) ?? found, { status: 409, problem: speechOf(context.locale).t('console.refusal.stale') })
  })
