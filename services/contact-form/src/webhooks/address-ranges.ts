/** Parts of IPv4 that are not the public internet (IANA IPv4 Special-Purpose Address Registry, RFC 6890; multicast RFC 5771). */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]

/** The only part of IPv6 that is given to the public internet (RFC 4291); what is mapped, translated, local or multicast lies outside. */
const PUBLIC_6 = '2000::/3'
/** Parts of it that are for something else (IANA IPv6 Special-Purpose Address Registry): protocols, documentation, 6to4. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

const V4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/
const GROUPS = 8

const bitsOf = (numbers: readonly number[], width: number): string => numbers.map((number) => number.toString(2).padStart(width, '0')).join('')

const bitsOf4 = (text: string): string | null => (V4.test(text) ? bitsOf(text.split('.').map(Number), 8) : null)

function bitsOf6(text: string): string | null {
  const [, head = text, tail] = /^(.*:)((?:\d+\.){3}\d+)$/.exec(text) ?? []
  const embedded = tail === undefined ? '' : bitsOf4(tail)
  if (embedded === null) return null
  // The last two groups may be written as an IPv4 address.
  const whole =
    embedded === '' ? head : `${head}${Number.parseInt(embedded.slice(0, 16), 2).toString(16)}:${Number.parseInt(embedded.slice(16), 2).toString(16)}`
  const [left = '', right, ...more] = whole.split('::')
  if (more.length > 0) return null
  const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const [before, after] = [groupsOf(left), groupsOf(right ?? '')]
  const missing = GROUPS - before.length - after.length
  if (right === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? bitsOf(
        groups.map((group) => Number.parseInt(group, 16)),
        16,
      )
    : null
}

const prefixOf = (range: string): string => {
  const [address = '', length] = range.split('/')
  return (bitsOf4(address) ?? bitsOf6(address) ?? '').slice(0, Number(length))
}

const refused4 = NOT_PUBLIC_4.map(prefixOf)
const refused6 = NOT_PUBLIC_6.map(prefixOf)
const public6 = prefixOf(PUBLIC_6)

/** Whether an address, as a resolver writes it, belongs to the public internet. Anything that is no address does not. */
export function isPublicAddress(text: string): boolean {
  const four = bitsOf4(text)
  if (four !== null) return !refused4.some((prefix) => four.startsWith(prefix))
  const six = bitsOf6(text)
  return six !== null && six.startsWith(public6) && !refused6.some((prefix) => six.startsWith(prefix))
}
