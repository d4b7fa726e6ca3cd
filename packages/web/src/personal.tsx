import type { Principal, RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { speechOf, type Speech } from '@stem/ui/speech'
import { privatePage, seeOther } from './page.tsx'

/** The session is over, and nothing typed is lost: sign in beside, then send it again from here. */
const ExpiredPage = ({ speech, path, typed }: { speech: Speech; path: string; typed: [string, string][] }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      <h1>{t('expired.title')}</h1>
      <p class="lead">{t('expired.text')}</p>
      <ol class="st g2 nol">
        <li>
          <a href={localPath(locale, '/sign-in')} target="_blank" rel="noopener">
            {t('expired.sign-in')}
          </a>
        </li>
        <li>{t('expired.again')}</li>
      </ol>
      <form method="post" action={localPath(locale, path)}>
        {typed.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <button class="b">{t('expired.button')}</button>
      </form>
    </div>
  )
}

/** A form that came after the session was over: what was typed stands in the answer, ready to be sent again after signing in. */
async function keepTyped(context: RequestContext, request: Request): Promise<Response> {
  const speech = speechOf(context.locale)
  const form = await request.formData().catch(() => new FormData())
  const typed = [...form.entries()].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  const title = speech.t('expired.title')
  return privatePage(context, { title, description: title, status: 401, main: <ExpiredPage speech={speech} path={context.path} typed={typed} /> })
}

/** The person who asks, or the way to the sign-in page. The same for every address, so nothing is told about what is there. */
export async function personOf(context: RequestContext, request: Request): Promise<Principal | Response> {
  if (context.who !== null) return context.who
  if (request.method === 'POST' && context.client.lapsed) return keepTyped(context, request)
  const here = context.path + new URL(request.url).search
  return seeOther(context, `/sign-in?back=${encodeURIComponent(request.method === 'GET' ? here : '/account')}`)
}

/**
 * Lets in who has one of `roles` somewhere. Without being signed in, and with a role that sleeps, there is a way on; everybody else
 * learns nothing about what is there.
 */
export async function enterAs(context: RequestContext, request: Request, roles: readonly string[]): Promise<Principal | Response> {
  const who = await personOf(context, request)
  if (who instanceof Response || who.roles.some(({ role }) => roles.includes(role))) return who
  if (who.asleep.some(({ role }) => roles.includes(role)))
    return seeOther(context, `/account/step-up?back=${encodeURIComponent(request.method === 'GET' ? context.path : '/console')}`)
  return new Response(null, { status: 404 })
}
