import { asCommand } from '../start/sentence.ts'
import { askOperator } from './ask-operator.ts'

await asCommand(async () => {
  const { checked, broken } = (await askOperator('/api/v1/audit')) as { checked: number; broken: number | null }
  console.log(
    broken === null ? `${checked} entries, the chain is whole` : `The chain is broken at entry ${broken}: it was changed, or one before it is missing`,
  )
  if (broken !== null) process.exitCode = 1
})
