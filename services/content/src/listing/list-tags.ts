import { LISTS, type ListName } from '@stem/contracts/lists'
import { listTag } from '@stem/contracts/purge'

/** Tags of pages and files that show a list: each of its types. */
export const tagsOfList = (name: ListName): string[] => LISTS[name].types.map(listTag)
