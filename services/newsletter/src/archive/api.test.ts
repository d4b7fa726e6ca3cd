import { issueListSchema, issueSchema } from '@stem/contracts/api-newsletter'
import * as v from 'valibot'
import { beforeEach, expect, it } from 'vitest'
import type { Block } from '../issue/issue.ts'
import { askDesk, campaign, issueOf, sent } from '../testing/composing.ts'
import { ask, DB, emptyAll, NOW } from '../testing/reading.ts'
import { archiveIssue, removeFromArchive } from './archive-issue.ts'

beforeEach(emptyAll)

const BLOCKS: Block[] = [
  { id: 'aaaaaa', kind: 'heading', text: 'News from schools' },
  { id: 'bbbbbb', kind: 'text', text: 'Look [here](/practices) <b>' },
]
const id = (number: number) => `cmp_${String(number).padStart(26, '0')}`
const LIST = '/api/v1/newsletter/issues'

/** Puts as many issues into the archive, one each day, the last one the newest. */
async function archived(issues: number, content = issueOf(BLOCKS)): Promise<void> {
  for (let number = 1; number <= issues; number++) {
    await sent(content, { id: id(number) })
    await DB.prepare('UPDATE campaigns SET started_at = ?2 WHERE id = ?1')
      .bind(id(number), NOW + number)
      .run()
    await archiveIssue(DB, await campaign(id(number)), 'per_canary', NOW)
  }
}

it('issues are listed page by page, the newest first, each once', async () => {
  await archived(5)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const answer = await ask(`${LIST}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
    expect([answer.headers.get('cache-control')?.startsWith('public'), answer.headers.get('cache-tag')]).toEqual([true, 'list-newsletter'])
    const page: v.InferOutput<typeof issueListSchema> = v.parse(issueListSchema, await answer.json())
    seen.push(...page.data.map(({ sentAt }) => sentAt))
    cursor = page.next
  }
  expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => new Date(NOW + number).toISOString()))
})

it('an issue is read in the language asked for where there is one, with its words and nothing of a reader, of staff or of the console', async () => {
  const issue = issueOf(BLOCKS)
  await archived(1, { ...issue, el: { ...issue.en, subject: 'Τι λειτουργεί' } })
  const { slug } = await campaign(id(1))
  const greek = v.parse(issueSchema, await (await ask(`${LIST}/${slug}?language=el`)).json())
  expect(greek).toMatchObject({
    slug,
    language: 'el',
    languages: ['en', 'el'],
    subject: 'Τι λειτουργεί',
    url: `https://stem.example/el/newsletter/archive/${slug}`,
  })
  const answer = await ask(`${LIST}/${slug}?language=fr`)
  const text = await answer.clone().text()
  expect(v.parse(issueSchema, await answer.json())).toMatchObject({
    language: 'en',
    text: 'What works\n\nNews from schools\n-----------------\n\nLook here (https://stem.example/practices) <b>',
  })
  expect(answer.headers.get('cache-tag')).toBe(`${id(1)},list-newsletter`)
  expect(text).not.toMatch(/canary|per_|sub_|cmp_|token=|unsubscribe/i)
})

it('what is no longer or not yet in the archive is not told, and says so', async () => {
  await archived(1)
  const { slug } = await campaign(id(1))
  await removeFromArchive(DB, await campaign(id(1)), 'per_canary', NOW)
  await sent(issueOf(BLOCKS, 'Canary draft'), { id: id(2), state: 'draft' })
  expect(await (await ask(LIST)).json()).toEqual({ data: [], next: null })
  expect([(await ask(`${LIST}/${slug}`)).status, (await ask(`${LIST}/nothing`)).status]).toEqual([410, 404])
})

it.each(['language=xx', 'limit=0', 'limit=101', 'cursor=-1', 'topic=policy', 'limit=1&limit=2'])('a query of %s is refused', async (query) => {
  const answer = await askDesk(`${LIST}?${query}`, { who: null })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
})
