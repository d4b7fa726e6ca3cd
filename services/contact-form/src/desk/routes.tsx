import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { Facts } from '@stem/ui/facts'
import { ErrorSummary, Hidden, Select, TextArea, untouched, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { drawConsole } from '@stem/web/console'
import { optionalParagraphs, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { enterAs } from '@stem/web/personal'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { NEXT, OPEN, STATES, type Case, type State } from '../cases/case.ts'
import { caseById, casesIn, messagesOf, notesOf } from '../cases/read-case.ts'
import { staffWorks, type Work } from '../cases/say.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { StateTag, Thread } from '../tracking/routes.tsx'

type C = Context<ServiceEnv<Env>>
const REQUEST = '/console/requests/:id{cas_[0-9a-z]+}'
const VIEWS = ['open', 'mine', 'unassigned', 'closed', 'spam'] as const
type View = (typeof VIEWS)[number]

const workSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  body: optionalParagraphs(8000),
  state: v.optional(v.picklist(STATES), 'in-progress'),
  do: v.picklist(['reply', 'note', 'state', 'take', 'leave']),
})

const enter = (c: C) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.requests.roles)
const reading = (c: C) => ({ db: open(c.env), secret: c.env.TOKEN_KEY })

async function draw(c: C, who: Principal, page: Omit<Parameters<typeof drawConsole>[3], 'place'>) {
  const row = await open(c.env)
    .prepare("SELECT count(*) AS n FROM cases WHERE state IN ('new', 'triage', 'in-progress', 'waiting', 'answered')")
    .first<{ n: number }>()
  return drawConsole(c.env.context, who, { requests: row?.n ?? 0 }, { place: 'requests', ...page })
}

const filterOf = (view: View, who: Principal): { states: readonly string[]; assignee?: string } =>
  ({
    open: { states: OPEN },
    mine: { states: OPEN, assignee: who.personId },
    unassigned: { states: OPEN, assignee: 'none' },
    closed: { states: ['closed', 'withdrawn'] },
    spam: { states: ['spam'] },
  })[view]

async function showCase(
  c: C,
  who: Principal,
  found: Case,
  { state = untouched(), status = 200, problem }: { state?: FormState; status?: number; problem?: string } = {},
) {
  const speech = speechOf(c.env.context.locale)
  const { t, f, locale } = speech
  const [messages, notes] = await Promise.all([messagesOf(reading(c), found.id), notesOf(reading(c), found.id)])
  const staff = [
    ...messages.flatMap(({ side, author }) => (side === 'staff' && author !== null ? [author] : [])),
    ...notes.map(({ author }) => author),
    ...(found.assignee === null ? [] : [found.assignee]),
  ]
  const names: Record<string, string> = staff.length === 0 ? {} : await c.env.MEMBERS.namesOf([...new Set(staff)])
  const action = `${localPath(locale, `/console/requests/${found.id}`)}#es`
  const { requester } = found
  const next = NEXT[found.state]
  const stateOptions = (states: readonly State[]) => states.map((one) => [one, t(`request.state.${one}`)] as const)
  const Version = () => <Hidden name="version" value={String(found.version)} />
  return draw(c, who, {
    title: found.reference,
    status,
    bar: (
      <span class="cl g2">
        <StateTag speech={speech} state={found.state} />
        <span class="m">{t(`request.kind.${found.kind}`)}</span>
      </span>
    ),
    main: (
      <div class="cdl">
        <div class="cp st g5">
          <ErrorSummary speech={speech} state={state} labels={{ body: t('request.message') }} />
          {problem !== undefined && (
            <Notice tone="warn">
              <p role="alert">{problem}</p>
            </Notice>
          )}
          <Thread speech={speech} messages={messages} requester={requester?.name ?? t('request.forgotten')} names={names} />
          {OPEN.includes(found.state) && (
            <form class="c st" method="post" action={action} novalidate>
              <h2>{t('request.reply')}</h2>
              <Version />
              <TextArea speech={speech} state={state} name="body" label={t('request.message')} hint={t('request.reply.hint')} most={8000} />
              <Select
                speech={speech}
                state={untouched({ state: 'answered' })}
                name="state"
                id="then"
                label={t('request.then')}
                options={stateOptions([...new Set([...next.filter((one) => one !== 'spam'), found.state])])}
              />
              <div class="cl">
                <button class="b" name="do" value="reply">
                  {t('request.reply.send')}
                </button>
              </div>
            </form>
          )}
          <section class="st" aria-labelledby="notes">
            <h2 id="notes">{t('request.notes')}</h2>
            <p class="s m">{t('request.notes.text')}</p>
            {notes.map(({ at, author, body }) => (
              <div class="msg int">
                <header>
                  <b>{names[author] ?? t('request.forgotten')}</b>
                  <span class="m s">{f.dateTime(at)}</span>
                </header>
                <p class="pre">{body}</p>
              </div>
            ))}
            <form class="st" method="post" action={action}>
              <Version />
              <div class="fd">
                <label for="note">{t('request.note')}</label>
                <textarea class="in" id="note" name="body" rows={3} maxlength={8000}></textarea>
              </div>
              <div>
                <button class="b q" name="do" value="note">
                  {t('request.note.add')}
                </button>
              </div>
            </form>
          </section>
        </div>
        <aside class="cp st" aria-label={t('console.properties')}>
          <form class="st" method="post" action={action}>
            <Version />
            <p>
              {t('request.assignee')}: <b>{found.assignee === null ? t('request.nobody') : (names[found.assignee] ?? t('request.forgotten'))}</b>
            </p>
            <div>
              <button class="b q" name="do" value={found.assignee === who.personId ? 'leave' : 'take'}>
                {t(found.assignee === who.personId ? 'request.leave' : 'request.take')}
              </button>
            </div>
          </form>
          {next.length > 0 && (
            <form class="st" method="post" action={action}>
              <Version />
              <Select speech={speech} state={untouched()} name="state" label={t('console.state')} options={stateOptions(next)} />
              <div>
                <button class="b q" name="do" value="state">
                  {t('forms.save')}
                </button>
              </div>
            </form>
          )}
          <Facts
            rows={[
              [t('join.contact.name'), requester?.name ?? '–'],
              [t('account.address'), requester?.address ?? '–'],
              [t('join.organisation'), requester?.organisation ?? '–'],
              [t('join.country'), found.country === null ? '–' : f.countryName(found.country)],
              [t('account.language'), f.languageName(found.locale)],
              [t('console.arrived'), f.dateTime(found.createdAt)],
              found.satisfaction === null ? null : [t('request.rate'), `${f.number(found.satisfaction)} / 5`],
            ]}
          />
        </aside>
      </div>
    ),
  })
}

/** Requests as the secretariat works on them. */
export const desk = new Hono<ServiceEnv<Env>>()
  .get('/console/requests', async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const params = new URL(c.req.url).searchParams
    const view = VIEWS.find((one) => one === params.get('view')) ?? 'open'
    const found = await casesIn(reading(c), filterOf(view, who))
    const here = localPath(locale, '/console/requests')
    return draw(c, who, {
      title: t('console.requests'),
      bar: <span class="m">{t('console.search.found', { n: found.length, count: f.number(found.length) })}</span>,
      main: (
        <>
          <nav class="tabs" aria-label={t('console.views')}>
            {VIEWS.map((one) => (
              <a href={one === 'open' ? here : `${here}?view=${one}`} aria-current={one === view ? 'page' : undefined}>
                {t(`request.view.${one}`)}
              </a>
            ))}
          </nav>
          {found.length === 0 ? (
            <div class="cp">
              <Empty title={t('request.none')} />
            </div>
          ) : (
            <ul class="il nb">
              {found.map((one) => (
                <Row
                  speech={speech}
                  mark={<span class="mono">{one.reference}</span>}
                  country={one.country}
                  href={localPath(locale, `/console/requests/${one.id}`)}
                  title={`${t(`request.kind.${one.kind}`)}: ${one.requester?.organisation ?? one.requester?.name ?? t('request.forgotten')}`}
                  context={one.assignee === null ? t('request.nobody') : undefined}
                  status={<StateTag speech={speech} state={one.state} />}
                  date={f.dateTime(one.updatedAt)}
                />
              ))}
            </ul>
          )}
        </>
      ),
    })
  })
  .get(REQUEST, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const found = await caseById(reading(c), c.req.param('id'))
    return found ? showCase(c, who, found) : new Response(null, { status: 404 })
  })
  .post(REQUEST, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const found = await caseById(reading(c), c.req.param('id'))
    const form = parseForm(await readFields(c.req.raw), workSchema)
    if (!found || !form.ok) return new Response(null, { status: found ? 400 : 404 })
    const { do: act, body, state, version } = form.value
    if ((act === 'reply' || act === 'note') && body === '')
      return showCase(c, who, found, { state: { typed: {}, faults: [{ field: 'body', reason: 'forms.required' }] }, status: 422 })
    const work: Work =
      act === 'reply'
        ? { version, act, body, state }
        : act === 'note'
          ? { version, act, body }
          : act === 'state'
            ? { version, act, state }
            : { version, act: 'assign', to: act === 'take' ? who.personId : null }
    const done = await staffWorks(reading(c), who.personId, found, work, context.now)
    if (done.ok) return seeOther(context, `/console/requests/${found.id}`)
    const { t } = speechOf(context.locale)
    return showCase(c, who, found, { state: untouched({ body }), status: 409, problem: t('console.refusal.stale') })
  })
