/** A failure that a person can mend; its message is all they need to read. */
export class Sentence extends Error {
  override name = 'Sentence'
}

/** Runs a command; a `Sentence` ends it with that sentence alone, anything else with its whole story. */
export async function asCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    console.error(thrown instanceof Sentence ? thrown.message : thrown)
    process.exit(1)
  }
}
