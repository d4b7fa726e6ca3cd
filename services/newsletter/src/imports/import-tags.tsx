import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ImportState } from './import.ts'

const TONES: Record<ImportState, '' | 'ok' | 'warn' | 'tn'> = { uploaded: 'tn', checked: 'warn', approved: 'tn', applied: 'ok', cancelled: '' }

/** Where an import stands. */
export const ImportTag = ({ speech, state }: { speech: Speech; state: ImportState }) => <Tag tone={TONES[state]}>{speech.t(`imports.state.${state}`)}</Tag>
