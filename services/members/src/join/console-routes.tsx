import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { ErrorSummary, Hidden, Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { speechOf, termName } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { paragraphs, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { covers, scopesFor } from '../rights/rights.ts'
import { decideApplication } from './decide.ts'
import { applicationFor } from './read-application.ts'
import { Notes, StateTag } from './status-page.tsx'

type C = Context<ServiceEnv<Env>>
const NOT_FOUND = () => new Response(null, { status: 404 })
const APPLICATION = '/console/applications/:id{apl_[0-9a-z]+}'
const decisionSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  body: paragraphs(3000),
  organisation: v.optional(v.pipe(v.string(), v.regex(/^(new|org_[0-9a-z]{26})$/)), 'new'),
  do: v.picklist(['question', 'accepted', 'refused'], 'forms.choose'),
})

async function show(
  c: C,
  who: Principal,
  { state = untouched(), status = 200, problem = null }: { state?: FormState; status?: number; problem?: string | null },
) {
  const { context } = c.env
  const db = open(c.env)
  const found = await applicationFor({ db }, who, c.req.param('id') ?? '')
  if (!found) return NOT_FOUND()
  const { application, notes } = found
  const speech = speechOf(context.locale)
  const { t, f, locale } = speech
  const { results: records } = await db
    .prepare('SELECT id, name FROM organisations WHERE country = ? AND withdrawn_at IS NULL ORDER BY name LIMIT 300')
    .bind(application.country)
    .all<{ id: string; name: string }>()
  const isOpen = application.state === 'submitted' || application.state === 'asked'
  const place = { id: '', country: application.country }
  const mayAsk = isOpen && covers(scopesFor(who, 'application.ask'), place)
  const mayDecide = isOpen && covers(scopesFor(who, 'application.decide'), place)
  return consolePage(c, who, {
    place: 'inbox',
    title: application.name,
    status,
    bar: (
      <span class="cl g2">
        <StateTag speech={speech} state={application.state} />
      </span>
    ),
    main: (
      <div class="cdl">
        <div class="cp st g5">
          <ErrorSummary speech={speech} state={state} labels={{ body: t('console.message') }} />
          {problem !== null && (
            <Notice tone="bad">
              <p role="alert">{problem}</p>
            </Notice>
          )}
          <section class="st" aria-labelledby="about">
            <h2 id="about">{t('join.about')}</h2>
            <p class="pre n" lang={application.locale}>
              {application.description}
            </p>
            <h2>{t('join.evidence')}</h2>
            <p class="pre n" lang={application.locale}>
              {application.evidence}
            </p>
          </section>
          <section class="st" aria-labelledby="said">
            <h2 id="said">{t('join.notes')}</h2>
            {notes.length === 0 ? <Empty title={t('console.notes.none')} /> : <Notes speech={speech} notes={notes} />}
          </section>
          {mayAsk && (
            <form class="c st" method="post" action={`${localPath(locale, `/console/applications/${application.id}`)}#es`} novalidate>
              <h2>{t('console.decide')}</h2>
              <Hidden name="version" value={String(application.version)} />
              <TextArea speech={speech} state={state} name="body" label={t('console.message')} hint={t('console.message.hint')} most={3000} />
              {mayDecide && (
                <Select
                  speech={speech}
                  state={state}
                  name="organisation"
                  label={t('console.record')}
                  hint={t('console.record.hint')}
                  options={[['new', t('console.record.new')] as const, ...records.map(({ id, name }) => [id, name] as const)]}
                />
              )}
              <div class="cl">
                {mayDecide && (
                  <button class="b" name="do" value="accepted">
                    {t('console.accept')}
                  </button>
                )}
                <button class="b q" name="do" value="question">
                  {t('console.ask')}
                </button>
                {mayDecide && (
                  <button class="b q" name="do" value="refused">
                    {t('console.refuse')}
                  </button>
                )}
              </div>
            </form>
          )}
        </div>
        <aside class="cp st" aria-label={t('console.properties')}>
          <Facts
            rows={[
              [t('join.country'), f.countryName(application.country)],
              [t('join.kind'), termName(speech, 'kind', application.kind)],
              [t('join.website'), <a href={application.website}>{application.website}</a>],
              [t('join.contact'), [application.contactName, application.contactJob].filter(Boolean).join(', ') || '–'],
              [t('account.address'), application.contactAddress ?? '–'],
              [t('account.language'), f.languageName(application.locale)],
              [t('console.arrived'), f.dateTime(application.createdAt)],
              application.organisationId === null
                ? null
                : [t('console.record'), <a href={localPath(locale, `/console/organisations/${application.organisationId}`)}>{application.name}</a>],
            ]}
          />
        </aside>
      </div>
    ),
  })
}

/** An application as the secretariat works on it. */
export const applications = new Hono<ServiceEnv<Env>>()
  .get(APPLICATION, async (c) => {
    const who = await enter(c, 'application.read')
    return who instanceof Response ? who : show(c, who, {})
  })
  .post(APPLICATION, async (c) => {
    const who = await enter(c, 'application.ask')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), decisionSchema)
    if (!form.ok)
      return form.code === 'bad_form' ? new Response(null, { status: 400 }) : show(c, who, { state: { typed: form.typed, faults: form.faults }, status: 422 })
    const { do: kind, body, organisation, version } = form.value
    const wish = { kind, body, version, organisationId: organisation === 'new' ? null : organisation }
    const decided = await decideApplication({ db: open(c.env) }, who, c.req.param('id'), wish, c.env.context.now)
    if (decided.ok) return seeOther(c.env.context, '/console?done=1')
    if (decided.code === 'unknown') return NOT_FOUND()
    const { t } = speechOf(c.env.context.locale)
    return show(c, who, { state: untouched({ body, organisation }), problem: t(`console.refusal.${decided.code}`), status: 409 })
  })
