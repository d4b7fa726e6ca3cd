/** Thrown by `within`. */
export class TooLate extends Error {
  override name = 'TooLate'
}

/** The outcome of `work`, or `TooLate` after `limit` milliseconds. The work itself is not stopped. */
export async function within<Value>(limit: number, work: Promise<Value>): Promise<Value> {
  let alarm: ReturnType<typeof setTimeout> | null = null
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        alarm = setTimeout(() => reject(new TooLate(`no answer in ${limit} ms`)), limit)
      }),
    ])
  } finally {
    if (alarm) clearTimeout(alarm)
  }
}
