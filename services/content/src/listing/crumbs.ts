import type { Crumb } from '@stem/ui/breadcrumb'
import type { Speech } from '@stem/ui/speech'
import { pathOfList, type ListKind } from './list-kind.ts'

/** The way to a list, or through it to `record`. What has no part of the navigation of its own stands under knowledge. */
export const crumbsTo = ({ t }: Speech, { name, section }: Pick<ListKind, 'name' | 'section'>, record?: Crumb): Crumb[] => [
  ...(section === undefined ? [{ label: t('knowledge.title'), path: '/knowledge' }] : []),
  { label: t(`list.${name}.title`), ...(record === undefined ? {} : { path: pathOfList(name) }) },
  ...(record === undefined ? [] : [record]),
]
