import { asCommand } from '../start/sentence.ts'
import { askOperator } from './ask-operator.ts'

/** What one portion did, as the platform answers. */
type Rebuilt = { indexed: number; removed: number; next: string | null }

await asCommand(async () => {
  let [indexed, removed] = [0, 0]
  let next: string | null = ''
  while (next !== null) {
    const part = (await askOperator('/api/v1/search/rebuild', next)) as Rebuilt
    indexed += part.indexed
    removed += part.removed
    next = part.next
  }
  console.log(`${indexed} items and organisations were put into the search anew, ${removed} that are not public any more were taken out.`)
})
