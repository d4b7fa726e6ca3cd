import { startSystem, type System } from '@stem/infra/start/system'
import type { BadMailServer } from './bad-mail-server.ts'
import type { History } from './submit-all.ts'

const ROUNDS = 400
type Database = Awaited<ReturnType<System['database']>>

const numberOf = async (db: Database, sql: string): Promise<number> => (await db.prepare(sql).first<{ n: number }>())?.n ?? -1

/** Lets every mail that still waits leave, as time would. */
async function settleMails(system: System, db: Database): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await db.batch([
      db.prepare("UPDATE mails SET lease_until = 0 WHERE state IN ('working', 'handing')"),
      db.prepare("UPDATE mails SET next_at = 0 WHERE state = 'queued'"),
    ])
    await system.tick('contact-form')
    if ((await numberOf(db, "SELECT count(*) AS n FROM mails WHERE state IN ('queued', 'working', 'handing')")) === 0) return
  }
}

/** Compares what submitters remember with the database and with what the mail server took. */
export async function check({
  history,
  dataDir,
  mailServer,
}: {
  history: History
  dataDir: string
  mailServer: BadMailServer
}): Promise<{ figures: Record<string, number | string>; faults: string[] }> {
  const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport: mailServer.transport })
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => holds || faults.push(fault)
  try {
    const db = await system.database('contact-form')
    await settleMails(system, db)
    const { results: cases } = await db.prepare('SELECT id, reference, form_key AS key FROM cases').all<{ id: string; reference: string; key: string }>()
    const byKey = Map.groupBy(cases, ({ key }) => key)
    const received = history.remembered.filter(({ reference }) => reference !== null)
    const lost = received.filter(({ key, reference }) => byKey.get(key)?.[0]?.reference !== reference)
    const doubled = [...byKey.values()].filter((twins) => twins.length > 1)
    must(history.kills >= history.remembered.length / 100, `only ${history.kills} kills`)
    must(received.length === history.remembered.length, `${history.remembered.length - received.length} requests were never answered "received"`)
    must(lost.length === 0, `${lost.length} requests answered "received" are no case`)
    must(doubled.length === 0, `${doubled.length} forms became more than one case`)
    must(cases.length === history.remembered.length, `${cases.length} cases of ${history.remembered.length} forms`)

    const half = await numberOf(
      db,
      `SELECT count(*) AS n FROM cases c WHERE (SELECT count(*) FROM messages m WHERE m.case_id = c.id) <> 1
         OR (SELECT count(*) FROM events e WHERE e.case_id = c.id) <> 1 OR (SELECT count(*) FROM audit a WHERE a.object = c.id) <> 1`,
    )
    must(half === 0, `${half} cases without exactly one message, event and audit entry`)
    const orphans = await numberOf(
      db,
      `SELECT (SELECT count(*) FROM messages WHERE case_id NOT IN (SELECT id FROM cases)) + (SELECT count(*) FROM events WHERE case_id NOT IN (SELECT id FROM cases))
         + (SELECT count(*) FROM mails WHERE kind = 'receipt' AND substr(id, 1, 30) NOT IN (SELECT id FROM cases)) AS n`,
    )
    must(orphans === 0, `${orphans} messages, events or mails without a case`)
    must((await db.prepare('PRAGMA quick_check').first<{ quick_check: string }>())?.quick_check === 'ok', 'the database is broken')

    const { results: states } = await db.prepare('SELECT state, count(*) AS n FROM mails GROUP BY state').all<{ state: string; n: number }>()
    const mails = Object.fromEntries(states.map(({ state, n }) => [state, n]))
    const perAddress = Map.groupBy(mailServer.taken, ({ to }) => to)
    const twice = [...perAddress.values()].filter((mailsToOne) => mailsToOne.length > 1)
    const dropped = mailServer.taken.filter(({ deed }) => deed === 'drop-after').length
    must(twice.length === 0, `${twice.length} addresses got more than one acknowledgement`)
    must(new Set(mailServer.taken.map(({ messageId }) => messageId)).size === mailServer.taken.length, 'a Message-ID was taken more than once')
    must((mails['sent'] ?? 0) <= mailServer.taken.length, 'more mails count as sent than the server has')
    must((mails['failed'] ?? 0) === 0, `${mails['failed']} mails given up`)
    const inDoubt = (mails['unknown'] ?? 0) + (mails['refused'] ?? 0)
    must((mails['sent'] ?? 0) + inDoubt === cases.length, `of ${cases.length} acknowledgements ${mails['sent']} are sent and ${inDoubt} in doubt or refused`)
    return {
      faults,
      figures: {
        'answered "received"': received.length,
        cases: cases.length,
        'cases lost': lost.length,
        'cases doubled': doubled.length,
        'acknowledgements doubled': twice.length,
        'kills of the system': history.kills,
        'posts without an answer': history.unanswered,
        'posts refused and sent again': history.refused,
        'mails by outcome': JSON.stringify(mails),
        'what the mail server did': JSON.stringify(mailServer.done),
        'mails it has but never confirmed': dropped,
      },
    }
  } finally {
    await system.stop()
  }
}
