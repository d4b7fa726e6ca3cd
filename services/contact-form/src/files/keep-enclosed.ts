import { newFormKey } from '@stem/web/form'
import { asGiven, claimFiles, keepFiles, type FilePlace } from './keep-files.ts'
import type { FileStore } from './kept-file.ts'

type Enclosed = { name: string; bytes: Uint8Array<ArrayBuffer> }
type Where = Pick<FilePlace, 'caseId' | 'source'> & { side: 'requester' | 'participant' }
type KeptEnclosed = { rows: (caseId: string, messageId: string) => D1PreparedStatement[]; refused: string[] }

/**
 * Keeps the files of a mail under the same rules as those of a form. `rows`: statements for the batch of its message; `refused`: names of
 * those that were not kept. A mail that comes again brings files of its own, and those that no message claims are deleted after a day.
 * `source`: the sender, whose bytes are counted over the day. How many mails may come is limited where they come in.
 */
export const keepEnclosed =
  (store: FileStore, now: number) =>
  async (enclosed: readonly Enclosed[], { caseId, side, source }: Where): Promise<KeptEnclosed> => {
    const formKey = newFormKey()
    const { refused } = await keepFiles(store, { formKey, caseId, side, source }, enclosed.map(asGiven), now)
    return {
      rows: (own, messageId) => [claimFiles(store.db, { formKey, caseId: own, messageId })],
      refused: refused.map(({ name }) => name),
    }
  }
