import { asCommand } from '../start/sentence.ts'
import { askOperator } from './ask-operator.ts'

await asCommand(async () => {
  const { known, erased } = (await askOperator('/api/v1/erasures')) as { known: number; erased: number }
  console.log(`${known} erasures in the log, ${erased} had come back and are erased again`)
})
