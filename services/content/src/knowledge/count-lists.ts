import { LIST_NAMES, LISTS, type ListName } from '@stem/contracts/lists'

/** How many public records each list holds, in one round trip. */
export async function countLists({ db }: { db: D1Database }): Promise<Record<ListName, number>> {
  const { results } = await db.prepare("SELECT scope, n FROM term_counts WHERE term = '*' AND scope LIKE 'public %'").all<{ scope: string; n: number }>()
  const total = new Map(results.map(({ scope, n }) => [scope, n]))
  return Object.fromEntries(LIST_NAMES.map((name) => [name, total.get(`public ${LISTS[name].scope}`) ?? 0])) as Record<ListName, number>
}
