import { behind, type WorkerOptions } from '@stem/infra/start/system'

/** Every text by which D1 says that an answer was lost, or that it has too much to do. */
const TEXTS = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: Internal error while starting up D1 DB storage',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
]

/** The Worker as it is built, over its real database that fails: before it does what it was asked, or after, so that only the answer is lost. */
const script = (share: number): string => `
import Built from './index.js'
const texts = ${JSON.stringify(TEXTS)}
const wrong = () => Math.random() < ${share}
const fail = () => { throw new Error(texts[Math.floor(Math.random() * texts.length)]) }
const unwrap = new WeakMap()
async function perhaps(work) {
  if (wrong()) fail()
  const result = await work()
  if (wrong()) fail()
  return result
}
function statement(real) {
  const shown = {
    bind: (...values) => statement(real.bind(...values)),
    first: (...column) => perhaps(() => real.first(...column)),
    all: () => perhaps(() => real.all()),
    run: () => perhaps(() => real.run()),
    raw: (...options) => perhaps(() => real.raw(...options)),
  }
  unwrap.set(shown, real)
  return shown
}
const database = (db) => ({
  prepare: (sql) => statement(db.prepare(sql)),
  batch: (list) => perhaps(() => db.batch(list.map((one) => unwrap.get(one) ?? one))),
})
export default class extends Built {
  constructor(ctx, env) {
    super(ctx, Object.assign(Object.create(env), { DB: database(env.DB) }))
  }
}
`

/** The Workers, that of requests over a database of which a share of the calls fails (twice that share at most: before and after). */
export const withBadDatabase = (workers: WorkerOptions[], share: number): WorkerOptions[] =>
  workers.map((worker) => (worker.name === 'stem-contact-form' ? behind(worker, script(share)) : worker))
