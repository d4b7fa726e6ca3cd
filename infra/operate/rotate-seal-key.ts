import { addSealKey, sealKeyIds } from '../start/secrets.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { dataDir } from './ask-operator.ts'

await asCommand(async () => {
  if (process.env['ORIGIN'] !== undefined)
    throw new Sentence('This command makes a key for the installation on this machine. For a deployed one, infra/deploy/README.md says how.')
  const [newest, ...old] = sealKeyIds(dataDir())
  if (old.length > 0) throw new Sentence(`${newest} was added before, and ${old.join(', ')} is still there. Finish with: npm run reseal -- --drop-old`)
  console.log(`${addSealKey(dataDir())} was added. Now start the platform again, and then run: npm run reseal -- --drop-old`)
})
