import { asCommand, Sentence } from '../start/sentence.ts'
import { askOperator } from './ask-operator.ts'

type Proof = { state: string; totals: Record<string, number>; isForgotten: boolean; handedOver: number; entries: number; faults: string[] }

await asCommand(async () => {
  const [id = ''] = process.argv.slice(2)
  if (!/^cmp_[0-9a-z]{26}$/.test(id)) throw new Sentence('Which campaign? Its id stands in the address of its page: npm run verify-campaign -- cmp_…')
  const { state, totals, isForgotten, handedOver, entries, faults } = (await askOperator(`/api/v1/campaigns/${id}/proof`)) as Proof
  const numbers = Object.entries(totals).map(([name, n]) => `${n} ${name}`)
  console.log(`The campaign is ${state}; rows: ${numbers.join(', ')}`)
  if (isForgotten) console.log('Its rows are past their time and deleted: who got it cannot be shown any more')
  console.log(`${handedOver} mails handed over; ${entries} entries of the ledger computed anew`)
  console.log(faults.length === 0 ? 'Each had consent at that moment, nobody who was meant was left out, and the ledger is whole' : faults.join('\n'))
  if (faults.length > 0) process.exitCode = 1
})
