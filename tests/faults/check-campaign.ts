import { startSystem } from '@stem/infra/start/system'
import type { BadMailServer } from './bad-mail-server.ts'
import { readerOf } from './seed-campaign.ts'
import type { Sending } from './send-campaign.ts'

const LONGEST = 10 * 60_000
const GRACE = 1000
/** Mails that runs can have on their way at a kill: five each, and at most five runs. */
const IN_FLIGHT = 25

type Row = { id: string; state: string; why: string | null }

/** Lets the rest go out as time would, then compares rows, ledger, and what the mail server saw. */
export async function checkCampaign({
  campaign,
  count,
  sending,
  dataDir,
  mailServer,
}: {
  campaign: string
  count: number
  sending: Sending
  dataDir: string
  mailServer: BadMailServer
}): Promise<{ figures: Record<string, number | string>; faults: string[] }> {
  const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport: mailServer.transport })
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

    const { results: rows } = await db.prepare('SELECT subscriber_id AS id, state, why FROM deliveries WHERE campaign_id = ?').bind(campaign).all<Row>()
    const byState = Map.groupBy(rows, (row) => row.state)
    const addressOf = new Map(Array.from({ length: count }, (_, index) => readerOf(index + 1)).map(({ id, address }) => [id, address]))
    const inState = (name: string) => new Set((byState.get(name) ?? []).map(({ id }) => addressOf.get(id) ?? ''))
    const [accepted, rejected, unknown, cancelled] = ['accepted', 'rejected', 'unknown', 'cancelled'].map(inState) as [
      Set<string>,
      Set<string>,
      Set<string>,
      Set<string>,
    ]
    const taken = Map.groupBy(mailServer.taken, ({ to }) => to)
    const refused = new Set(mailServer.asked.filter(({ deed }) => deed === 'refuse').map(({ to }) => to))
    const dropped = new Set(mailServer.taken.filter(({ deed }) => deed === 'drop-after').map(({ to }) => to))

    const doubled = [...taken.values()].filter((mails) => mails.length > 1).length
    const missing = [...addressOf.values()].filter(
      (address) => !taken.has(address) && !rejected.has(address) && !unknown.has(address) && !sending.left.has(address),
    ).length
    const claimedOnly = [...accepted].filter((address) => !taken.has(address)).length
    const guessed = [...unknown].filter((address) => !dropped.has(address))
    const afterLeaving = mailServer.asked.filter(({ to, at }) => at > (sending.left.get(to) ?? Infinity) + GRACE).length
    must(rows.length === count, `${rows.length} rows of ${count} readers`)
    must(doubled === 0, `${doubled} readers got it twice`)
    must(missing === 0, `${missing} readers were missed`)
    must(claimedOnly === 0, `${claimedOnly} count as accepted, and the server has nothing`)
    must(
      [...dropped].every((address) => unknown.has(address)),
      'a mail whose answer was lost does not count as unknown',
    )
    must(guessed.length <= sending.kills * IN_FLIGHT, `${guessed.length} are unknown, and were not on their way at a kill`)
    must(
      [...rejected].every((address) => refused.has(address)),
      'a reader counts as rejected whom the server did not refuse',
    )
    must(
      [...refused].every((address) => rejected.has(address) || unknown.has(address)),
      'a refusal is forgotten',
    )
    must(
      [...cancelled].every((address) => sending.left.has(address)),
      'somebody was left out who had not left',
    )
    must(afterLeaving === 0, `${afterLeaving} mails were begun a second after their reader had left`)

    const answer = await fetch(`${system.origin}/api/v1/campaigns/${campaign}/proof`, {
      method: 'POST',
      headers: { authorization: `Bearer ${system.importToken}` },
    })
    must(answer.status === 200, `the proof was answered with ${answer.status}`)
    const proof = (await answer.json()) as { handedOver: number; without: string[]; ledgerBroken: number | null; isAsApproved: boolean }
    must(proof.without.length === 0 && proof.ledgerBroken === null && proof.isAsApproved, `the ledger does not prove it: ${JSON.stringify(proof)}`)
    return {
      faults,
      figures: {
        readers: count,
        missing,
        doubled,
        'accepted / rejected / left out / unknown': `${accepted.size} / ${rejected.size} / ${cancelled.size} / ${unknown.size}`,
        'unknown: the server has them and its answer was lost': dropped.size,
        'unknown: on their way at a kill': guessed.length,
        'kills of the system': sending.kills,
        'left while it was sent': sending.left.size,
        'begun a second after they had left': afterLeaving,
        'handed over, each with consent by the ledger': proof.handedOver,
        'what the mail server did': JSON.stringify(mailServer.done),
      },
    }
  } finally {
    await system.stop()
  }
}
