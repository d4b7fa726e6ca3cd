import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSecrets } from '../start/secrets.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { ROOT } from '../start/services.ts'
import { importFile } from './import-file.ts'
import { tableKind, templateOf } from './table.ts'

const USAGE =
  'Name the file to import: npm run import -- FILE [--dry-run] [--kind KIND] [--mapping FILE]; a table to fill in: npm run import -- --template KIND'

type Wanted = { template: string } | { template?: never; file: string; kind: string | undefined; mapping: string | undefined; dryRun: boolean }

function readArguments(): Wanted {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, mapping: { type: 'string' }, kind: { type: 'string' }, template: { type: 'string' } },
    })
    if (values.template !== undefined) return { template: values.template }
    const [file] = positionals
    if (file !== undefined && positionals.length === 1) return { file, kind: values.kind, mapping: values.mapping, dryRun: values['dry-run'] ?? false }
  } catch (thrown) {
    throw new Sentence(`${(thrown as Error).message} ${USAGE}`)
  }
  throw new Sentence(USAGE)
}

await asCommand(async () => {
  const wanted = readArguments()
  if (wanted.template !== undefined) return console.log(templateOf(tableKind(wanted.template)))
  const { file, kind, mapping, dryRun } = wanted
  const origin = process.env['ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? 8787}`
  const token = process.env['IMPORT_TOKEN'] ?? readSecrets(resolve(process.env['DATA_DIR'] ?? join(ROOT, '.data'))).importToken
  const { created, updated, unchanged, refused } = await importFile(
    resolve(file),
    { origin, token, report: (line) => console.log(line) },
    { dryRun, ...(kind === undefined ? {} : { kind }), ...(mapping === undefined ? {} : { mapping: resolve(mapping) }) },
  )
  if (dryRun) console.log('Dry run: nothing was written.')
  console.log(`${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused`)
  if (refused > 0) process.exitCode = 1
})
