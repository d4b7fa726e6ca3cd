import autocannon from 'autocannon'

const CONNECTIONS = 16

/** Requests per second that an address answers over `seconds`; every answer must be 200. `paths` are taken in turn, each once. */
export async function throughput(origin: string, paths: () => string, seconds: number): Promise<number> {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, path: paths() }) }],
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were no 200, ${result.errors} failed`)
  return result.requests.total / result.duration
}

/** The value below which `share` of `values` lie. */
export const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** The middle value. */
export const median = (values: number[]): number => percentile(values, 0.5)

/** Milliseconds that each address takes, one after the other. */
export async function times(origin: string, paths: string[]): Promise<number[]> {
  const found: number[] = []
  for (const path of paths) {
    const begin = performance.now()
    const answer = await fetch(origin + path)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    found.push(performance.now() - begin)
  }
  return found
}
