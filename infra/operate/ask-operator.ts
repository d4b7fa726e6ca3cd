import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readSecrets } from '../start/secrets.ts'
import { Sentence } from '../start/sentence.ts'
import { ROOT } from '../start/services.ts'

const PAUSE = 5000
const MOST_WAITS = 24

/** Folder of the installation on this machine. */
export const dataDir = (): string => resolve(process.env['DATA_DIR'] ?? join(ROOT, '.data'))

/** Asks a running platform, here or at `ORIGIN`, to do something only its operator may. Waits when it asks too often. */
export async function askOperator(path: string, body = ''): Promise<unknown> {
  const origin = process.env['ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? 8787}`
  const token = process.env['IMPORT_TOKEN'] ?? readSecrets(dataDir()).importToken
  const ask = () => fetch(origin + path, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body }).catch(() => null)
  let answer = await ask()
  for (let waits = 0; answer?.status === 429 && waits < MOST_WAITS; waits++) {
    await setTimeout(PAUSE)
    answer = await ask()
  }
  if (answer === null) throw new Sentence(`Nothing answers at ${origin}. Start the platform first.`)
  if (!answer.ok) throw new Sentence(`${origin} answered ${answer.status}. Use the token of this installation.`)
  return answer.json()
}
