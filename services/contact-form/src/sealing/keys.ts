import type { Env } from '../env.ts'

/** A key that texts are sealed with; `id` stands in every sealed text. */
export type SealKey = { id: string; secret: string }

/** The secrets of an installation, each for what it is for. */
export type Keys = {
  /** Links, reply addresses, limits and blind words are derived from it. */
  token: string
  /** Keyed hashes of addresses, the same in every service. */
  address: string
  /** What people write is sealed with the first; texts sealed with the others can still be read. */
  seal: readonly [SealKey, ...SealKey[]]
}

const WRITTEN = /^(k\d{1,4}):(\S+)$/

/** The keys that the Worker is told. Throws when `SEAL_KEYS` is nonsense: nothing is sealed with a key nobody chose. */
export function keysOf({ TOKEN_KEY, ADDRESS_KEY, SEAL_KEYS }: Pick<Env, 'TOKEN_KEY' | 'ADDRESS_KEY' | 'SEAL_KEYS'>): Keys {
  const [first, ...rest] = (SEAL_KEYS ?? `k1:${TOKEN_KEY}`).split(/\s+/).map((written): SealKey => {
    const [, id, secret] = WRITTEN.exec(written) ?? []
    if (id === undefined || secret === undefined) throw new Error('SEAL_KEYS must be written as k2:secret k1:secret, the newest first')
    return { id, secret }
  })
  if (first === undefined) throw new Error('SEAL_KEYS is empty')
  return { token: TOKEN_KEY, address: ADDRESS_KEY, seal: [first, ...rest] }
}
