import type { Principal } from '@stem/contracts/context'
import { speechOf } from '@stem/ui/speech'
import type { ScriptName } from '@stem/ui/layout'
import type { ServiceEnv } from '@stem/web/app'
import { privatePage } from '@stem/web/page'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../env.ts'
import { isStaff } from '../rights/rights.ts'
import { AccountFrame, type AccountTab } from '@stem/ui/account-frame'

/** A page of somebody's own space. A 422 says in its title that something is wrong. */
export type OwnPage = { tab: AccountTab; title: string; status?: number; script?: ScriptName; main: Child }

/** Draws a page of one's own space. */
export function ownPage(
  { env: { context } }: Context<ServiceEnv<Env>>,
  who: Principal,
  { tab, title, status = 200, script, main }: OwnPage,
): Promise<Response> {
  const speech = speechOf(context.locale)
  return privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: title,
    status,
    script,
    main: (
      <AccountFrame speech={speech} tab={tab} name={who.name} staff={isStaff(who)}>
        {main}
      </AccountFrame>
    ),
  })
}
