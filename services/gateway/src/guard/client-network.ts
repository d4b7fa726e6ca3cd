const UNKNOWN = 'unknown'
const V6_GROUPS = 8
const NETWORK_GROUPS = 4

/** The first 64 bits of an IPv6 address in full notation, or null when it is none. */
function networkOf(address: string): string | null {
  const [head = '', tail, ...more] = address.split('::')
  if (more.length > 0) return null
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const gap = tail === undefined ? 0 : V6_GROUPS - before.length - after.length
  const all = [...before, ...Array<string>(Math.max(0, gap)).fill('0'), ...after]
  if (all.length < NETWORK_GROUPS || all.slice(0, NETWORK_GROUPS).some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return null
  return all
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * The network a request comes from, as the key of rate limits: an IPv4 address, or the /64 of an IPv6 address, for one
 * customer commands all addresses in it. Only the platform's own header counts; without it all share one bucket.
 */
export function clientNetwork(headers: Headers): string {
  const address = headers.get('cf-connecting-ip')?.trim().toLowerCase() ?? ''
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return address
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1]
  return mapped ?? (address.includes(':') ? networkOf(address) : null) ?? UNKNOWN
}
