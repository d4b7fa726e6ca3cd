import { join, resolve } from 'node:path'
import { readSecrets } from '../start/secrets.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { ROOT } from '../start/services.ts'

await asCommand(async () => {
  const origin = process.env['ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? 8787}`
  const token = process.env['IMPORT_TOKEN'] ?? readSecrets(resolve(process.env['DATA_DIR'] ?? join(ROOT, '.data'))).importToken
  const answer = await fetch(`${origin}/api/v1/erasures`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Sentence(`${origin} answered ${answer.status}. Start the platform first, and use the token of this installation.`)
  const { known, erased } = (await answer.json()) as { known: number; erased: number }
  console.log(`${known} erasures in the log, ${erased} had come back and are erased again`)
})
