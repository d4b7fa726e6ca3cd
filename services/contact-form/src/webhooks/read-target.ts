import { fail, ok, type Result } from '@stem/web/result'

/** What is allowed. `own`: hosts of this platform, which tell nothing to themselves. `loopback`: also programs on this machine, while developing. */
export type TargetRules = { own: readonly string[]; loopback: boolean }

/** Why an address cannot be told anything. */
export type TargetFault = 'web' | 'https' | 'port' | 'password' | 'name'

const LONGEST = 500
const PORTS = ['', '443', '8443']
const LOOPBACK = ['localhost', '127.0.0.1']
/** Names that mean something inside a network, or nothing (RFC 6761, 6762, 7686, 8375, 9476; ICANN's list of private names). */
const INSIDE = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|test|example|invalid|onion|alt|arpa)$/
/** At least two labels, the last with a letter: no address of an interface in any notation, and no name of a neighbour. */
const PUBLIC_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z][a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Reads an address that is to be told something, as the URL standard writes it. Only `https`, on its usual ports, by a public name: what a
 * name leads to is looked up anew before each delivery.
 */
export function readTarget(text: string, { own, loopback }: TargetRules): Result<string, TargetFault> {
  if (text.length > LONGEST || !URL.canParse(text)) return fail('web')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return fail('password')
  url.hash = ''
  if (loopback && url.protocol === 'http:' && LOOPBACK.includes(url.hostname)) return ok(url.href)
  if (url.protocol !== 'https:') return fail('https')
  if (!PORTS.includes(url.port)) return fail('port')
  const host = url.hostname
  if (!PUBLIC_NAME.test(host) || INSIDE.test(host) || own.some((name) => host === name || host.endsWith(`.${name}`))) return fail('name')
  return ok(url.href)
}

/** Whether `target` lies on this machine, which only development allows. */
export const isLoopback = (target: string): boolean => new URL(target).protocol === 'http:'
