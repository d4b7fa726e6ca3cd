import { RowList } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import type { CardRow } from '../facts/card.ts'
import { rowOfCard } from '../listing/row-of-card.ts'

/** Records of any list under a heading; nothing when there are none. */
export const LinkedRecords = ({ speech, id, title, rows }: { speech: Speech; id: string; title: string; rows: CardRow[] }) =>
  rows.length === 0 ? null : (
    <section class="st" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <RowList speech={speech} rows={rows.map((row) => rowOfCard(speech, row))} />
    </section>
  )
