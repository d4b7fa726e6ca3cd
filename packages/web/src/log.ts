const ADDRESS = /[^\s@"<>]+@[^\s@"<>]+/g
const QUERY = /\?[^\s"]*/g

/** `text` without mail addresses and query strings. */
export const redact = (text: string): string => text.replace(ADDRESS, '[address]').replace(QUERY, '?[query]')

/**
 * Writes one event as one line of JSON. Never give it request bodies or personal data; what slips into `fields` as mail
 * address or query string is taken out.
 */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Record<string, string | number | boolean | null>): void {
  const clean = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]))
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...clean })
  if (level === 'error') console.error(line)
  else if (level === 'warn') console.warn(line)
  else console.log(line)
}

/** What an unknown thrown value says of itself. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown))
