import { startSystem } from '@stem/infra/start/system'
import type { Receiver } from './bad-mail-server.ts'
import type { Way } from './campaign.ts'
import { withMailKey } from './mail-key.ts'
import { readerOf } from './seed-campaign.ts'
import type { Sending } from './send-campaign.ts'

const LONGEST = 10 * 60_000
const GRACE = 1000
/** Milliseconds after which the service takes a call for lost that nobody ended. */
const CALL = 120_000
/** Milliseconds that the Workers live on after the system was killed. */
const DYING = 1000

type Row = { id: string; state: string; why: string | null; calledAt: number | null; reference: string | null }

/**
 * Readers by what became of them. `dropped`, `interrupted`, `leftInDoubt`: why nobody knows of the unknown ones. `byKey`: refused one by one
 * in a batch of which it was only heard later, by its key, that it had been taken.
 */
export type CampaignFigures = Record<
  'missing' | 'doubled' | 'accepted' | 'rejected' | 'cancelled' | 'dropped' | 'interrupted' | 'leftInDoubt' | 'byKey' | 'left' | 'afterLeaving' | 'proved',
  number
>

/** Lets the rest go out as time would, then compares rows, ledger, and what the receiver saw. */
export async function checkCampaign({
  way,
  campaign,
  count,
  sending,
  dataDir,
  receiver,
}: {
  way: Way
  campaign: string
  count: number
  sending: Sending
  dataDir: string
  receiver: Receiver
}): Promise<{ figures: CampaignFigures; faults: string[] }> {
  const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport: receiver.transport, adapt: withMailKey })
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => holds || faults.push(fault)
  try {
    const db = await system.database('newsletter')
    // Nobody lives any more who holds these leases.
    await db.prepare('UPDATE deliveries SET lease_until = 1 WHERE lease_until IS NOT NULL').run()
    const state = async () => (await db.prepare('SELECT state FROM campaigns WHERE id = ?').bind(campaign).first<{ state: string }>())?.state
    for (const end = Date.now() + LONGEST; (await state()) !== 'finished' && Date.now() < end;) {
      await db.prepare("UPDATE deliveries SET next_at = 1 WHERE state = 'pending' AND next_at > 1").run()
      await system.tick('newsletter')
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    must((await state()) === 'finished', `the campaign is ${await state()}`)

    const { results: rows } = await db
      .prepare('SELECT subscriber_id AS id, state, why, called_at AS calledAt, reference FROM deliveries WHERE campaign_id = ?')
      .bind(campaign)
      .all<Row>()
    const readers = new Map(Array.from({ length: count }, (_, index) => readerOf(index + 1)).map(({ id, address }) => [id, address]))
    const addressOf = ({ id }: Row) => readers.get(id) ?? ''
    const byState = Map.groupBy(rows, (row) => row.state)
    const inState = (name: string) => new Set((byState.get(name) ?? []).map(addressOf))
    const [accepted, rejected, cancelled, unknown] = [inState('accepted'), inState('rejected'), inState('cancelled'), inState('unknown')]
    const taken = Map.groupBy(receiver.taken, ({ to }) => to)
    const refused = new Set(receiver.asked.filter(({ deed }) => deed === 'refuse').map(({ to }) => to))
    const dropped = new Set(receiver.taken.filter(({ deed }) => deed === 'drop-after').map(({ to }) => to))
    const { left } = sending

    const missing = [...readers.values()].filter((to) => !taken.has(to) && !refused.has(to) && !unknown.has(to) && !left.has(to))
    const doubled = [...taken.values()].filter((mails) => mails.length > 1)
    const byKey = new Set((byState.get('accepted') ?? []).filter(({ reference }) => way === 'batches' && reference?.startsWith('<')).map(addressOf))
    const notTaken = [...accepted].filter((to) => !taken.has(to) && !(byKey.has(to) && refused.has(to)))
    const denied = [...cancelled].filter((to) => taken.has(to) || !left.has(to))
    const wrongly = [...rejected].filter((to) => !refused.has(to) || taken.has(to))
    const forgotten = [...refused].filter((to) => !rejected.has(to) && !unknown.has(to) && !byKey.has(to))
    const afterLeaving = receiver.asked.filter(({ to, at }) => at > (left.get(to) ?? Infinity) + GRACE)
    must(rows.length === count, `${rows.length} rows of ${count} readers`)
    must(doubled.length === 0, `${doubled.length} readers got it twice`)
    must(missing.length === 0, `${missing.length} readers were missed`)
    must(notTaken.length === 0, `${notTaken.length} count as accepted, and nobody has them`)
    must(denied.length === 0, `${denied.length} count as left out who had not left, or who got it`)
    must(wrongly.length === 0, `${wrongly.length} count as rejected who were not refused, or who got it`)
    must(forgotten.length === 0, `${forgotten.length} refusals are forgotten`)
    must(afterLeaving.length === 0, `${afterLeaving.length} mails were begun a second after their reader had left`)

    const inDoubt = (byState.get('unknown') ?? []).filter((row) => way === 'batches' || !dropped.has(addressOf(row)))
    const atKill = ({ calledAt, why }: Row) =>
      why === 'interrupted' && sending.killedAt.some((at) => calledAt !== null && calledAt <= at + DYING && at - calledAt <= CALL)
    const interrupted = way === 'smtp' ? inDoubt : []
    const leftInDoubt = way === 'smtp' ? [] : inDoubt
    if (way === 'smtp') {
      must(
        [...dropped].every((to) => unknown.has(to)),
        'a mail whose answer was lost does not count as unknown',
      )
      const strange = interrupted.filter((row) => !atKill(row))
      const told = strange.map(({ why, calledAt }) => `${why} ${Math.min(...sending.killedAt.map((at) => Math.abs(at - (calledAt ?? 0))))} ms from a kill`)
      must(strange.length === 0, `${strange.length} are unknown, and were not on their way at a kill: ${told.join(', ')}`)
    } else {
      const here = leftInDoubt.filter((row) => !left.has(addressOf(row)))
      must(here.length === 0, `${here.length} are unknown though their batch could be asked for again`)
    }

    const answer = await fetch(`${system.origin}/api/v1/campaigns/${campaign}/proof`, {
      method: 'POST',
      headers: { authorization: `Bearer ${system.importToken}` },
    })
    must(answer.status === 200, `the proof was answered with ${answer.status}`)
    const proof = (await answer.json()) as { handedOver: number; faults: string[] }
    must(proof.faults.length === 0, `the ledger does not prove it: ${JSON.stringify(proof)}`)
    return {
      faults,
      figures: {
        missing: missing.length,
        doubled: doubled.length,
        accepted: accepted.size,
        rejected: rejected.size,
        cancelled: cancelled.size,
        dropped: way === 'smtp' ? dropped.size : 0,
        interrupted: interrupted.length,
        leftInDoubt: leftInDoubt.length,
        byKey: [...byKey].filter((to) => refused.has(to)).length,
        left: left.size,
        afterLeaving: afterLeaving.length,
        proved: proof.handedOver,
      },
    }
  } finally {
    await system.stop()
  }
}
