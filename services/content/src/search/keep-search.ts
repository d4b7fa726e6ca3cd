import { log, messageOf } from '@stem/web/log'
import { keepIndex, staleRow } from './keep-index.ts'
import { keepRegister, type Register } from './keep-register.ts'
import { rebuildIndex, shapeOfIndex } from './rebuild-index.ts'

const MOST_PORTIONS = 10

type Deps = { db: D1Database; search: D1Database; members: Register }

async function upToDate({ db, search, members }: Deps, now: number): Promise<void> {
  const { results } = await search.prepare('SELECT name, value FROM search_state').all<{ name: string; value: string }>()
  const state = new Map(results.map(({ name, value }) => [name, value]))
  if (state.get('shape') !== shapeOfIndex()) {
    let next = state.get('rebuild') ?? null
    for (let portions = 0; portions < MOST_PORTIONS; portions++) {
      next = (await rebuildIndex({ db, search, members }, next, now)).next
      if (next === null) break
    }
  }
  for (let portions = 0; portions < MOST_PORTIONS; portions++) if ((await keepIndex({ db, search }, now)) === 0) break
  const { changed, gone } = await keepRegister({ search, members }, now)
  if (changed + gone > 0) await staleRow(db, now, gone > 0).run()
}

/**
 * Brings the search up to date: changed items by the outbox, organisations by comparing, all of it when the index was built in another
 * way. What fails is logged and left to the next run, because nothing that was published may wait for it.
 */
export async function keepSearch(deps: Deps, now: number): Promise<void> {
  try {
    await upToDate(deps, now)
  } catch (thrown) {
    log('error', 'search.not-kept', { why: messageOf(thrown) })
  }
}
