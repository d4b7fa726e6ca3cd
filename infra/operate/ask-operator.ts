import { join, resolve } from 'node:path'
import { readSecrets } from '../start/secrets.ts'
import { Sentence } from '../start/sentence.ts'
import { ROOT } from '../start/services.ts'

/** Asks a running platform, here or at `ORIGIN`, to do something only its operator may. */
export async function askOperator(path: string): Promise<unknown> {
  const origin = process.env['ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? 8787}`
  const token = process.env['IMPORT_TOKEN'] ?? readSecrets(resolve(process.env['DATA_DIR'] ?? join(ROOT, '.data'))).importToken
  const answer = await fetch(origin + path, { method: 'POST', headers: { authorization: `Bearer ${token}` } }).catch(() => null)
  if (answer === null) throw new Sentence(`Nothing answers at ${origin}. Start the platform first.`)
  if (!answer.ok) throw new Sentence(`${origin} answered ${answer.status}. Use the token of this installation.`)
  return answer.json()
}
