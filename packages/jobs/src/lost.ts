/** What D1 says when the answer was lost on the way: what was asked may have been done, or not (developers.cloudflare.com/d1: retry queries). */
const LOST =
  /Network connection lost|storage caused object to be reset|reset because its code was updated|starting up D1 DB storage|transient issue on remote node|client disconnected/i
const TRIES = 5
const FIRST_PAUSE = 60

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))

/** Whether D1 lost the answer, so that nobody knows what became of the question. */
export const isLost = (thrown: unknown): boolean => LOST.test(messageOf(thrown))

/**
 * Does `work` again when its answer was lost, up to five times with growing pauses. Only for work that may be done twice. Another
 * failure, and a fifth lost answer, are thrown.
 */
export async function insist<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (thrown) {
      if (!isLost(thrown) || tries === TRIES) throw thrown
      await new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_PAUSE * 2 ** (tries - 1)))
    }
  }
}
