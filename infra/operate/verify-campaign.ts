import { asCommand, Sentence } from '../start/sentence.ts'
import { askOperator } from './ask-operator.ts'

type Proof = { handedOver: number; without: string[]; ledgerBroken: number | null; isAsApproved: boolean }

await asCommand(async () => {
  const [id = ''] = process.argv.slice(2)
  if (!/^cmp_[0-9a-z]{26}$/.test(id)) throw new Sentence('Which campaign? Its id stands in the address of its page: npm run verify-campaign -- cmp_…')
  const { handedOver, without, ledgerBroken, isAsApproved } = (await askOperator(`/api/v1/campaigns/${id}/proof`)) as Proof
  const faults = [
    ledgerBroken === null ? '' : `The ledger of consents is broken at entry ${ledgerBroken}: it was changed, or one before it is missing`,
    isAsApproved ? '' : 'Content or audience are not what was approved',
    ...without.map((reader) => `${reader} had no consent when the mail was handed over`),
  ].filter(Boolean)
  console.log(faults.length === 0 ? `${handedOver} mails handed over, each with consent at that moment; the ledger is whole` : faults.join('\n'))
  if (faults.length > 0) process.exitCode = 1
})
