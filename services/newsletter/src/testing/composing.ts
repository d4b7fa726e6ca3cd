import type { ItemBrief } from '@stem/contracts/content'
import type { Principal, RequestContext } from '@stem/contracts/context'
import { visitor } from '@stem/test-kit/visitor'
import { newFormKey } from '@stem/web/form'
import { app } from '../app.ts'
import { campaignById, type Campaign } from '../campaigns/campaign.ts'
import type { Env } from '../env.ts'
import { inEach, type Block, type IssueContent } from '../issue/issue.ts'
import { DB, NOW, testEnv } from './reading.ts'

/** Somebody with a role for the whole coalition, who has just used a passkey. */
export const staff = (role = 'secretariat-officer', number = 1): Principal => ({
  personId: `per_${String(number).padStart(26, '0')}`,
  name: `Person ${number}`,
  sessionId: 'ses_1',
  roles: [{ role, scope: 'coalition' }],
  asleep: [],
  provedAt: NOW,
  assertedAt: NOW,
  passkeys: 1,
})

/** An item as content knows it. */
export const brief = (number: number, over: Partial<ItemBrief> = {}): ItemBrief => ({
  id: `itm_${String(number).padStart(26, '0')}`,
  type: 'practice',
  title: `Practice ${number}`,
  summary: 'What came of it.',
  locale: 'en',
  country: 'NL',
  date: '2002',
  end: null,
  path: `/practices/practice-${number}`,
  url: null,
  topics: [],
  publishedAt: Date.UTC(2026, 9, 15),
  ...over,
})

/** The services that the newsletter asks, as far as a test needs them: these items are published, these people have addresses. */
export const services = (items: ItemBrief[], addresses?: Record<string, string>): Pick<Env, 'CONTENT' | 'MEMBERS'> => ({
  CONTENT: {
    findItems: async (words: string) => items.filter(({ title }) => title.includes(words)),
    itemsByIds: async (ids: string[]) => ids.flatMap((id) => items.find((item) => item.id === id) ?? []),
    publishedBetween: async (from: number, to: number) => items.filter(({ publishedAt }) => publishedAt >= from && publishedAt < to),
    handle: async (request: Request) => new Response('', { status: items.some(({ path }) => path === new URL(request.url).pathname) ? 200 : 404 }),
    formerAddress: async (path: string) => (path === '/partners' ? '/members#partners' : null),
  } as unknown as Env['CONTENT'],
  MEMBERS: {
    namesOf: async (ids: string[]) => Object.fromEntries(ids.map((id) => [id, `Person ${Number(id.slice(-4))}`])),
    mailAddressOf: async (id: string) => (addresses === undefined ? `${id}@people.example` : (addresses[id] ?? null)),
    handle: async () => new Response('', { status: 404 }),
    organisation: async (slug: string) => ({ found: slug === 'platform' ? 'organisation' : 'none' }),
  } as unknown as Env['MEMBERS'],
})

type Asked = {
  who?: Principal | null
  form?: Record<string, string>
  locale?: RequestContext['locale']
  items?: ItemBrief[]
  addresses?: Record<string, string>
  now?: number
}

/** Asks for a page as the door would; `form` sends one. */
export async function askDesk(path: string, { who = staff(), form, locale = 'en', items = [], addresses, now = NOW }: Asked = {}): Promise<Response> {
  const context: RequestContext = {
    ...visitor(path.split('?')[0] ?? path, { locale }),
    origin: testEnv.PUBLIC_ORIGIN,
    who,
    client: { network: '192.0.2.1', agent: 'test', lapsed: false },
    now,
  }
  const request = new Request(`https://stem.example${path}`, {
    redirect: 'manual',
    ...(form === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() }),
  })
  return app.fetch(request, { ...testEnv, ...services(items, addresses), context } as never)
}

/** A campaign that was begun; its address in the console. */
export async function begun(name = 'Autumn'): Promise<{ id: string; path: string }> {
  const answer = await askDesk('/console/newsletter', { form: { key: newFormKey(), name } })
  const path = answer.headers.get('location') ?? ''
  return { id: path.split('/').at(-1) ?? '', path }
}

/** The campaign as it stands. */
export async function campaign(id: string): Promise<Campaign> {
  const found = await campaignById(DB, id)
  if (!found) throw new Error('no campaign')
  return found
}

/** What the form of an issue on a page holds, as a browser would send it. */
export async function formOn(answer: Response): Promise<Record<string, string>> {
  const form: Record<string, string> = {}
  let area = ''
  const main = new HTMLRewriter()
    .on('main form[novalidate] input', {
      element(element) {
        const [name, type] = [element.getAttribute('name'), element.getAttribute('type')]
        if (name !== null && (type !== 'checkbox' || element.hasAttribute('checked'))) form[name] = unescaped(element.getAttribute('value') ?? '')
      },
    })
    .on('main form[novalidate] textarea', {
      element(element) {
        area = element.getAttribute('name') ?? ''
        form[area] = ''
      },
      text({ text }) {
        form[area] += unescaped(text)
      },
    })
  await main.transform(answer).text()
  return form
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** An issue that says something in English with these blocks; nothing in the other languages. */
export const issueOf = (blocks: Block[], subject = 'What works'): IssueContent =>
  inEach((locale) =>
    locale === 'en'
      ? { subject, preheader: 'One practice worth copying.', blocks }
      : {
          subject: '',
          preheader: '',
          blocks: blocks.map(
            (block) =>
              ({
                ...block,
                ...('text' in block ? { text: '' } : {}),
                ...('words' in block ? { words: '', who: '' } : {}),
                ...('label' in block ? { label: '' } : {}),
                ...('alt' in block ? { alt: '' } : {}),
              }) as Block,
          ),
        },
  )

/** Puts a campaign into the database as it would be after it was sent, or in another state. */
export async function sent(
  content: IssueContent,
  { state = 'finished', id = `cmp_${'0'.repeat(26)}` }: { state?: string; id?: string } = {},
): Promise<Campaign> {
  await DB.prepare(
    `INSERT INTO campaigns (id, kind, name, state, content, audience, version, author, started_at, created_at, updated_at)
     VALUES (?1, 'issue', 'Canary name', ?2, ?3, ?4, 1, 'per_canary', ?5, ?6, ?6)`,
  )
    .bind(
      id,
      state,
      JSON.stringify(content),
      JSON.stringify({ topics: [], countries: [], locales: [], who: 'all', frequency: 'each' }),
      state === 'draft' || state === 'approved' ? null : NOW,
      NOW,
    )
    .run()
  return campaign(id)
}
