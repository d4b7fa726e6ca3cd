import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from './sentence.ts'

/** Keys of this installation, made on its first start. `importToken` lets `npm run import` in; links and codes are derived from `tokenKey`. */
export type Secrets = { importToken: string; tokenKey: string }

/** The keys kept in `dataDir`, made when there are none. Only the owner of the folder can read them. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  let known: Partial<Secrets> = {}
  if (existsSync(file)) {
    try {
      known = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
    } catch {
      // Falls through: a file without the keys is as broken as one that is no JSON.
    }
    if (typeof known.importToken !== 'string') throw new Sentence(`The keys in ${file} cannot be read. Restore the file, or delete it to have new keys made.`)
    if (typeof known.tokenKey === 'string') return { importToken: known.importToken, tokenKey: known.tokenKey }
  }
  const random = () => randomBytes(32).toString('base64url')
  const secrets: Secrets = { importToken: known.importToken ?? random(), tokenKey: random() }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

/** What the gateway keeps of the token: enough to know it again, not enough to use it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
