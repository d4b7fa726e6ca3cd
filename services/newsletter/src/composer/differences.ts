import type { IssueContent } from '../issue/issue.ts'
import { typedOf } from './issue-form.ts'

/** Something that two people wrote differently at the same time; `field` as the form calls it. */
export type Difference = { field: string; mine: string; theirs: string }

type Written = { name: string; content: IssueContent }

/** What is different between two versions of an issue, field by field; a field that one of them does not have is empty there. */
export function differencesOf(mine: Written, theirs: Written): Difference[] {
  const own = typedOf(mine.name, mine.content)
  const other = typedOf(theirs.name, theirs.content)
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].flatMap((field) => {
    const [here, there] = [own[field] ?? '', other[field] ?? '']
    return here === there ? [] : [{ field, mine: here, theirs: there }]
  })
}
