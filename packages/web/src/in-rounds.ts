import { log, messageOf } from './log.ts'

/** Something that cron does, by name. */
export type Jobs = Record<string, () => Promise<unknown>>

/**
 * Does jobs round after round, those of a round side by side. One that fails is logged by its name and keeps no other from being done; cron
 * does it again a minute later.
 */
export async function inRounds(rounds: readonly Jobs[]): Promise<void> {
  for (const jobs of rounds)
    await Promise.all(
      Object.entries(jobs).map(async ([job, run]) => {
        try {
          await run()
        } catch (thrown) {
          log('error', 'cron.failed', { job, why: messageOf(thrown) })
        }
      }),
    )
}
