import { addressOf } from '@stem/contracts/addresses'
import type { ContentService } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { PROFILED } from '@stem/contracts/countries'
import type { MembersService } from '@stem/contracts/members'
import { isShipped } from '@stem/i18n/locales'

/** Who can say what is there: the services whose pages an issue may link to, and whether a slug of our archive has an issue. */
export type Witnesses = {
  content: Pick<ContentService, 'itemsByIds' | 'handle' | 'formerAddress'>
  members: Pick<MembersService, 'handle' | 'organisation'>
  isArchived: (slug: string) => Promise<boolean>
}

const isProfiled = (code: string): boolean => PROFILED.some((country) => country.toLowerCase() === code)

/** Whether an issue may link to `path` (canonical, without language), by what the map of the site says and its owner answers. */
async function isThere(path: string, { content, members, isArchived }: Witnesses, context: RequestContext): Promise<boolean> {
  const address = addressOf(path)
  if (!address) return (await content.formerAddress(path, { ...context, who: null, path })) !== null
  const last = path.split('/').at(-1) ?? ''
  // What one person sees is no page to send others to, but where everybody begins something of their own is one.
  if (address.personal) return !path.startsWith('/console') && !address.path.includes(':') && (address.methods ?? ['GET']).includes('GET')
  if (address.path === '/countries/:country') return isProfiled(last)
  if (address.path === '/members/:slug') {
    const { found } = await members.organisation(last, { ...context, who: null, path })
    return found === 'organisation' || found === 'moved'
  }
  if (address.path === '/newsletter/archive/:slug') return isArchived(last)
  const service = address.owner === 'content' ? content : address.owner === 'members' ? members : null
  if (!service) return (address.methods ?? ['GET']).includes('GET')
  const answer = await service.handle(new Request(context.origin + path), { ...context, who: null, path })
  await answer.body?.cancel()
  return answer.status < 400
}

/** Whether something answers at a whole address of our own site; other sites are not asked. */
export async function isAnswered(address: string, witnesses: Witnesses, context: RequestContext): Promise<boolean> {
  if (!address.startsWith(`${context.origin}/`) && address !== context.origin) return true
  const { pathname } = new URL(address)
  const [, first = '', ...rest] = pathname.split('/')
  return isThere(isShipped(first) ? `/${rest.join('/')}` : pathname, witnesses, context)
}
