import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Hidden, Select, untouched } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import * as v from 'valibot'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { Comparison } from '../profile/comparison.tsx'
import { fold } from '@stem/i18n/fold'
import { profileIn } from '../register/load-organisation.ts'
import { scopesFor, within } from '../rights/rights.ts'
import { mergeOrganisations, planMerge, POINTERS, UNDO, undoMerge } from './merge.ts'

type C = Context<ServiceEnv<Env>>
const organisation = v.pipe(v.string(), v.regex(/^org_[0-9a-z]{26}$/))
const pairSchema = v.strictObject({ kept: organisation, lost: organisation })
const REFUSALS = ['same', 'busy', 'stale', 'too_late'] as const
const HERE = '/console/merge'
type Named = { id: string; name: string; country: string | null }

const show = (c: C, who: Principal, main: Child, status = 200) =>
  consolePage(c, who, { place: 'organisations', title: speechOf(c.env.context.locale).t('merge.title'), status, main })

/** Records of one country whose names or websites look alike. */
function alike(all: (Named & { website: string | null })[]): [Named, Named][] {
  const byKey = new Map<string, (typeof all)[number]>()
  const pairs: [Named, Named][] = []
  for (const one of all) {
    const name = fold(one.name).replaceAll(/\([^)]*\)|[^\p{L}\p{N}]/gu, '')
    const host = one.website === null ? null : new URL(one.website).hostname.replace(/^www\./, '')
    for (const key of [`${one.country}/${name}`, ...(host === null ? [] : [`${one.country}//${host}`])]) {
      const other = byKey.get(key)
      if (other && other.id !== one.id && !pairs.some(([a, b]) => a.id === other.id && b.id === one.id)) pairs.push([other, one])
      else byKey.set(key, one)
    }
  }
  return pairs
}

function refuse(c: C, code: string): Response {
  if (code === 'unknown') return new Response(null, { status: 404 })
  return seeOther(c.env.context, code === 'not_fresh' ? `/account/step-up?back=${HERE}` : `${HERE}?refused=${code}`)
}

/** Two records of one organisation: find them, see what moves, merge, undo. */
export const merge = new Hono<ServiceEnv<Env>>()
  .get(HERE, async (c) => {
    const who = await enter(c, 'organisation.merge')
    if (who instanceof Response) return who
    const { context } = c.env
    const db = open(c.env)
    const speech = speechOf(context.locale)
    const { t, f, locale } = speech
    const scopes = JSON.stringify(scopesFor(who, 'organisation.merge'))
    const [records, done] = await db.batch([
      db
        .prepare(
          `SELECT o.id, o.name, o.country, o.website FROM organisations o WHERE o.withdrawn_at IS NULL AND ${within(1, { organisation: 'o.id', country: 'o.country' })}
           ORDER BY o.name COLLATE NOCASE LIMIT 5000`,
        )
        .bind(scopes),
      db
        .prepare(
          `SELECT m.id, k.name AS kept, o.name AS lost, m.merged_at AS mergedAt FROM merges m JOIN organisations k ON k.id = m.kept_id JOIN organisations o ON o.id = m.lost_id
           WHERE m.undone_at IS NULL AND m.merged_at > ?2 AND ${within(1, { organisation: 'o.id', country: 'o.country' })} ORDER BY m.merged_at DESC LIMIT 50`,
        )
        .bind(scopes, context.now - UNDO),
    ])
    const all = (records?.results ?? []) as (Named & { website: string | null })[]
    const pairs = alike(all)
    const options = all.map(({ id, name, country }) => [id, country === null ? name : `${name} (${country})`] as const)
    const params = new URL(c.req.url).searchParams
    const refused = REFUSALS.find((code) => code === params.get('refused'))
    const state = untouched({ kept: params.get('kept'), lost: params.get('lost') })
    return show(
      c,
      who,
      <div class="cp st g5">
        {refused !== undefined && (
          <Notice tone="bad">
            <p role="alert">{t(`merge.refusal.${refused}`)}</p>
          </Notice>
        )}
        <p class="n">{t('merge.text')}</p>
        <form class="c st" method="post" action={`${localPath(locale, HERE)}/preview`}>
          <Select speech={speech} state={state} name="kept" label={t('merge.kept')} options={options} />
          <Select speech={speech} state={state} name="lost" label={t('merge.lost')} options={options} />
          <div>
            <button class="b">{t('merge.preview')}</button>
          </div>
        </form>
        <section class="st" aria-labelledby="alike">
          <h2 id="alike">{t('merge.alike')}</h2>
          {pairs.length === 0 ? (
            <Empty title={t('merge.alike.none')} />
          ) : (
            <ul class="st g2">
              {pairs.map(([one, other]) => (
                <li>
                  <a href={`${localPath(locale, HERE)}?kept=${one.id}&lost=${other.id}`}>{t('merge.pair', { one: one.name, other: other.name })}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
        {done !== undefined && done.results.length > 0 && (
          <section class="st" aria-labelledby="done">
            <h2 id="done">{t('merge.done')}</h2>
            <ul class="st">
              {(done.results as { id: string; kept: string; lost: string; mergedAt: number }[]).map(({ id, kept, lost, mergedAt }) => (
                <li>
                  <p>
                    {t('merge.pair', { one: kept, other: lost })}, <span class="m">{f.dateTime(mergedAt)}</span>
                  </p>
                  <form method="post" action={`${localPath(locale, HERE)}/undo`}>
                    <Hidden name="merge" value={id} />
                    <button class="b q">
                      {t('merge.undo')}
                      <span class="vh"> {lost}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>,
    )
  })
  .post(`${HERE}/preview`, async (c) => {
    const who = await enter(c, 'organisation.merge')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), pairSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const plan = await planMerge({ db: open(c.env) }, who, form.value.kept, form.value.lost)
    if (!plan.ok) return refuse(c, plan.code)
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const { kept, lost, moved, busy } = plan.value
    return show(
      c,
      who,
      <div class="cp st g5">
        <h2>{t('merge.pair', { one: kept.name, other: lost.name })}</h2>
        <Comparison speech={speech} before={profileIn(kept)} after={profileIn(lost)} titles={[t('merge.kept'), t('merge.lost')]} />
        <ul>
          {(Object.keys(POINTERS) as (keyof typeof POINTERS)[]).map((name) => (
            <li>{t(`merge.moves.${name}`, { count: f.number(moved[name].length) })}</li>
          ))}
          <li>{t('merge.moves.ended', { count: f.number(moved.ended.length) })}</li>
        </ul>
        {busy ? (
          <Notice tone="warn">
            <p>{t('merge.refusal.busy')}</p>
          </Notice>
        ) : (
          <form class="cl" method="post" action={localPath(locale, HERE)}>
            <Hidden name="kept" value={kept.id} />
            <Hidden name="lost" value={lost.id} />
            <button class="b">{t('merge.button')}</button>
            <a href={localPath(locale, HERE)}>{t('forms.cancel')}</a>
          </form>
        )}
      </div>,
    )
  })
  .post(HERE, async (c) => {
    const who = await enter(c, 'organisation.merge')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), pairSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { kept: keptId, lost: lostId } = form.value
    const merged = await mergeOrganisations({ db: open(c.env) }, who, { keptId, lostId }, c.env.context.now)
    return merged.ok ? seeOther(c.env.context, HERE) : refuse(c, merged.code)
  })
  .post(`${HERE}/undo`, async (c) => {
    const who = await enter(c, 'organisation.merge')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ merge: v.pipe(v.string(), v.regex(/^mrg_[0-9a-z]{26}$/)) }))
    if (!form.ok) return new Response(null, { status: 400 })
    const undone = await undoMerge({ db: open(c.env) }, who, form.value.merge, c.env.context.now)
    return undone.ok ? seeOther(c.env.context, HERE) : refuse(c, undone.code)
  })
