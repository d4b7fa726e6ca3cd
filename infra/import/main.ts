import { join, resolve } from 'node:path'
import { readSecrets } from '../start/secrets.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { ROOT } from '../start/services.ts'
import { importFile } from './import-file.ts'

await asCommand(async () => {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new Sentence('Name the file to import: npm run import -- FILE')
  const origin = process.env['ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? 8787}`
  const token = process.env['IMPORT_TOKEN'] ?? readSecrets(resolve(process.env['DATA_DIR'] ?? join(ROOT, '.data'))).importToken
  const { created, updated, unchanged, refused } = await importFile(resolve(file), { origin, token, report: (line) => console.log(line) })
  console.log(`${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused`)
  if (refused > 0) process.exitCode = 1
})
