import { dropOldSealKeys, sealKeyIds } from '../start/secrets.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { askOperator, dataDir } from './ask-operator.ts'

/** What sealing a portion did, as the platform answers. */
type Resealed = { key: string; resealed: number; unreadable: number; next: string | null }

const MOST_PASSES = 5

/** Goes through everything once. */
async function pass(): Promise<Resealed> {
  const sum: Resealed = { key: '', resealed: 0, unreadable: 0, next: null }
  do {
    const part = (await askOperator('/api/v1/reseal', sum.next ?? '')) as Resealed
    if (sum.key !== '' && sum.key !== part.key) throw new Sentence('The keys were changed while this ran. Run it again.')
    Object.assign(sum, { key: part.key, resealed: sum.resealed + part.resealed, unreadable: sum.unreadable + part.unreadable, next: part.next })
  } while (sum.next !== null)
  return sum
}

await asCommand(async () => {
  const drop = process.argv.includes('--drop-old')
  const here = process.env['ORIGIN'] === undefined
  if (drop && !here)
    throw new Sentence('The keys of a deployed installation are its secrets. Without --drop-old this command seals; infra/deploy/README.md says the rest.')
  let done = await pass()
  let resealed = done.resealed
  // Until a whole pass finds nothing: something may have been written with an older key while the first one ran.
  for (let passes = 1; done.resealed > 0 && passes < MOST_PASSES; passes++) {
    done = await pass()
    resealed += done.resealed
  }
  const left = done.resealed + done.unreadable
  console.log(`${resealed} texts and files were sealed anew with ${done.key}, ${left} are left under older keys.`)
  if (left > 0) throw new Sentence(`${done.unreadable} cannot be read with the keys there are. Keep the older keys, and find out why before you go on.`)
  if (!here) {
    console.log('The older keys open nothing any more and may be removed.')
    return
  }
  const [newest, ...old] = sealKeyIds(dataDir())
  if (newest !== done.key) throw new Sentence(`The platform does not know ${newest} yet. Start it again, then run this command again.`)
  if (old.length === 0) console.log('There is no older key.')
  else if (drop) console.log(`${dropOldSealKeys(dataDir()).join(', ')} was removed. Start the platform again.`)
  else console.log(`${old.join(', ')} opens nothing any more and may be removed: npm run reseal -- --drop-old`)
})
