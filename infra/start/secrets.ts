import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from './sentence.ts'

/**
 * Keys of this installation, made on its first start. `importToken` lets operators in; links and codes are derived from `tokenKey`,
 * hashes of addresses from `addressKey`; requests are sealed with the first of `sealKeys` (`k2:… k1:…`, the newest first).
 */
export type Secrets = { importToken: string; tokenKey: string; addressKey: string; sealKeys: string }

const fileIn = (dataDir: string): string => join(dataDir, 'secrets.json')
const random = (): string => randomBytes(32).toString('base64url')

function write(dataDir: string, secrets: Secrets): Secrets {
  mkdirSync(dataDir, { recursive: true })
  // Beside it first: a half-written file of keys would lock everybody out.
  writeFileSync(`${fileIn(dataDir)}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${fileIn(dataDir)}.new`, fileIn(dataDir))
  return secrets
}

/** The keys kept in `dataDir`; those that are missing are made. Only the owner of the folder can read them. */
export function readSecrets(dataDir: string): Secrets {
  const file = fileIn(dataDir)
  let known: Partial<Secrets> = {}
  if (existsSync(file)) {
    try {
      known = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
    } catch {
      // Falls through: a file without the keys is as broken as one that is no JSON.
    }
    if (typeof known.importToken !== 'string') throw new Sentence(`The keys in ${file} cannot be read. Restore the file, or delete it to have new keys made.`)
  }
  const tokenKey = known.tokenKey ?? random()
  const secrets: Secrets = {
    importToken: known.importToken ?? random(),
    tokenKey,
    // An installation from before these keys hashed and sealed with the token key: what it kept stays readable.
    addressKey: known.addressKey ?? known.tokenKey ?? random(),
    sealKeys: known.sealKeys ?? `k1:${tokenKey}`,
  }
  const complete = (Object.keys(secrets) as (keyof Secrets)[]).every((name) => known[name] === secrets[name])
  return complete ? secrets : write(dataDir, secrets)
}

const idOf = (key: string): string => key.split(':')[0] ?? ''

/** Ids of the keys that requests are sealed with, the newest first. */
export const sealKeyIds = (dataDir: string): string[] => readSecrets(dataDir).sealKeys.split(/\s+/).map(idOf)

/** Adds a newest key for sealing requests; the ones before stay, to read with. Gives its id. */
export function addSealKey(dataDir: string): string {
  const secrets = readSecrets(dataDir)
  const id = `k${Number(idOf(secrets.sealKeys).slice(1)) + 1}`
  write(dataDir, { ...secrets, sealKeys: `${id}:${random()} ${secrets.sealKeys}` })
  return id
}

/** Forgets every key for sealing requests but the newest. Gives the ids that went. */
export function dropOldSealKeys(dataDir: string): string[] {
  const secrets = readSecrets(dataDir)
  const [newest = '', ...old] = secrets.sealKeys.split(/\s+/)
  write(dataDir, { ...secrets, sealKeys: newest })
  return old.map(idOf)
}

/** What the gateway keeps of the token: enough to know it again, not enough to use it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
