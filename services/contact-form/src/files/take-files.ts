import type { FormFault, FormFields } from '@stem/web/form'
import { filesOfForm, type FileStore, type KeptFile } from './kept-file.ts'
import { keepFiles, removeFile, type FilePlace } from './keep-files.ts'

/** Name of the field in which files are chosen. */
export const FILES_FIELD = 'files'
const ID = /^fil_[0-9a-f]{26}$/

/** What a form holds of files after it came: all that are attached, and what could not be. */
export type Taken = { attached: KeptFile[]; faults: FormFault[] }

/**
 * Takes the files that came with a form and the wish to remove one (`remove`: its id). They stay attached to the key of the form, so
 * that a form which is shown again, for whatever reason, still has them.
 */
export async function takeFiles(store: FileStore, place: FilePlace, { typed, files }: Pick<FormFields, 'typed' | 'files'>, now: number): Promise<Taken> {
  const given = (files[FILES_FIELD] ?? []).map((file) => ({ name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }))
  const { refused } = await keepFiles(store, place, given, now)
  const unwanted = typed['remove'] ?? ''
  if (ID.test(unwanted)) await removeFile(store.db, place.formKey, unwanted)
  const faults = refused.map(({ name, reason }): FormFault => ({ field: FILES_FIELD, reason: `files.refused.${reason}`, about: name }))
  return { attached: await filesOfForm(store, place.formKey), faults }
}
