import { Hidden } from '@stem/ui/form'
import type { Case } from '../cases/case.ts'

/** The version of the case that a form was drawn from: a form of an older one changes nothing. */
export const SeenVersion = ({ found }: { found: Pick<Case, 'version'> }) => <Hidden name="version" value={String(found.version)} />
