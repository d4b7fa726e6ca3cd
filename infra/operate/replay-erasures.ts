import { asCommand } from '../start/sentence.ts'
import { askOperator } from './ask-operator.ts'

await asCommand(async () => {
  const { known, erased, newsletter } = (await askOperator('/api/v1/erasures')) as {
    known: number
    erased: number
    newsletter: { known: number; ended: number }
  }
  console.log(`${known} erasures in the log, ${erased} had come back and are erased again`)
  console.log(`${newsletter.known} readers who left in the log of the newsletter, ${newsletter.ended} had come back and are gone again`)
})
