import { localPath } from '@stem/i18n/locales'
import { Field, Hidden, untouched } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { speechOf, termName, type Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ServiceEnv } from '@stem/web/app'
import { toCsv } from '@stem/web/csv'
import { parseForm, readFields } from '@stem/web/form'
import { commit } from '@stem/jobs/commit'
import { Hono } from 'hono'
import * as v from 'valibot'
import { stepUp } from '../account/guard.ts'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { placeOf } from '../rights/place-of.ts'
import { RIGHTS } from '../rights/rights.ts'
import { ROLES } from '../rights/roles.ts'
import { auditFor, readAuditFilter, type AuditRow } from './audit-for.ts'
import { verifyAudit } from './verify-audit.ts'

const actionName = ({ t }: Speech, action: string): string => t(`audit.${action}` as 'audit.profile.saved') || action
const detailOf = (speech: Speech, detail: string): string =>
  Object.entries(JSON.parse(detail) as Record<string, unknown>)
    .filter(([, value]) => value !== null)
    .map(([name, value]) =>
      name === 'role' ? termName(speech, 'grant', String(value)) : name === 'scope' ? placeOf(speech, String(value)) : `${name} ${String(value)}`,
    )
    .join(', ')

/** Who did what, whether the chain holds, and who may do what. */
export const audit = new Hono<ServiceEnv<Env>>()
  .get('/console/audit', async (c) => {
    const who = await enter(c, 'audit.read')
    if (who instanceof Response) return who
    const db = open(c.env)
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const filter = readAuditFilter(new URL(c.req.url).searchParams)
    const { rows, next } = await auditFor({ db }, filter)
    const here = localPath(locale, '/console/audit')
    const field = { speech, state: untouched({ ...filter, before: '' }), optional: true }
    const link = (id: string, name: string | null) => (id.startsWith('per_') ? <a href={`${here}?actor=${id}`}>{name ?? id}</a> : id)
    const rowOf = ({ seq, at, actor, actorName, action, object, objectName, detail }: AuditRow) => (
      <tr>
        <td class="r" data-l="#">
          {f.number(seq)}
        </td>
        <td data-l={t('audit.when')}>{f.dateTime(at)}</td>
        <td data-l={t('audit.who')}>{link(actor, actorName)}</td>
        <th scope="row">{actionName(speech, action)}</th>
        <td data-l={t('audit.what')}>
          <a href={`${here}?object=${object}`}>{objectName ?? object}</a> <span class="m">{detailOf(speech, detail)}</span>
        </td>
      </tr>
    )
    return consolePage(c, who, {
      place: 'audit',
      title: t('console.audit'),
      bar: (
        <span class="cl g2">
          <form method="post" action={`${here}/verify`}>
            <button class="b q">{t('audit.verify')}</button>
          </form>
          <form method="post" action={`${here}/export`}>
            <Hidden name="query" value={new URLSearchParams(filter).toString()} />
            <button class="b q">{t('console.export')}</button>
          </form>
        </span>
      ),
      main: (
        <div class="cp st g5">
          <details open={filter.action !== '' || filter.object !== '' || filter.actor !== ''}>
            <summary>{t('console.filter')}</summary>
            <form class="st" method="get" action={here} role="search">
              <Field {...field} name="action" label={t('audit.action')} most={60} />
              <Field {...field} name="object" label={t('audit.what')} most={60} mono />
              <Field {...field} name="actor" label={t('audit.who')} most={60} mono />
              <div class="cl">
                <button class="b">{t('console.filter')}</button>
                <a href={here}>{t('console.clear')}</a>
              </div>
            </form>
          </details>
          {rows.length === 0 ? (
            <Empty title={t('console.no-match')} />
          ) : (
            <table class="tb rt">
              <caption class="vh">{t('console.audit')}</caption>
              <thead>
                <tr>
                  <th scope="col">#</th>
                  <th scope="col">{t('audit.when')}</th>
                  <th scope="col">{t('audit.who')}</th>
                  <th scope="col">{t('audit.action')}</th>
                  <th scope="col">{t('audit.what')}</th>
                </tr>
              </thead>
              <tbody>{rows.map(rowOf)}</tbody>
            </table>
          )}
          {next !== null && <a href={`${here}?${new URLSearchParams({ ...filter, before: String(next) }).toString()}`}>{t('audit.older')}</a>}
        </div>
      ),
    })
  })
  .post('/console/audit/verify', async (c) => {
    const who = await enter(c, 'audit.read')
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const outcome = await verifyAudit({ db: open(c.env) })
    return consolePage(c, who, {
      place: 'audit',
      title: t('audit.verify'),
      main: (
        <div class="cp st g5">
          <Notice tone={outcome.broken === null ? 'ok' : 'bad'}>
            <p role="status">
              {outcome.broken === null
                ? t('audit.whole', { n: outcome.checked, count: f.number(outcome.checked) })
                : t('audit.broken', { seq: f.number(outcome.broken) })}
            </p>
          </Notice>
          <a href={localPath(locale, '/console/audit')}>{t('forms.back')}</a>
        </div>
      ),
    })
  })
  .post('/console/audit/export', async (c) => {
    const who = await enter(c, 'audit.read')
    if (who instanceof Response) return who
    const refused = stepUp(c, who, '/console/audit')
    if (refused) return refused
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ query: v.pipe(v.string(), v.maxLength(400)) }))
    if (!form.ok) return new Response(null, { status: 400 })
    const db = open(c.env)
    const { now } = c.env.context
    const { rows } = await auditFor({ db }, readAuditFilter(new URLSearchParams(form.value.query)), 5000)
    const guard = db.prepare('UPDATE persons SET updated_at = ?2 WHERE id = ?1').bind(who.personId, now)
    await commit(db, [guard], { actor: who.personId, action: 'audit.exported', object: 'audit', detail: { rows: rows.length } }, now)
    const body = toCsv(
      ['seq', 'at', 'actor', 'action', 'object', 'detail', 'hash'],
      rows.map((row) => [row.seq, new Date(row.at).toISOString(), row.actor, row.action, row.object, row.detail, row.hash]),
    )
    return new Response(body, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="audit.csv"' } })
  })
  .get('/console/roles', async (c) => {
    const who = await enter(c, 'role.read')
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    const { t } = speech
    return consolePage(c, who, {
      place: 'roles',
      title: t('console.roles'),
      main: (
        <div class="cp st g5">
          <p class="n">{t('console.roles.text')}</p>
          <div class="sx" tabindex={0} role="region" aria-label={t('console.roles')}>
            <table class="tb">
              <caption class="vh">{t('console.roles')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('audit.action')}</th>
                  {ROLES.map((role) => (
                    <th scope="col">{termName(speech, 'grant', role)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {(Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).map((action) => (
                  <tr>
                    <th scope="row">{t(`right.${action}`)}</th>
                    {ROLES.map((role) => (
                      <td>
                        {(RIGHTS[action] as readonly string[]).includes(role) ? <Tag tone="ok">{t('forms.yes')}</Tag> : <span class="m">{t('forms.no')}</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ),
    })
  })
