import { readFileSync } from 'node:fs'
import { workerConfig } from '@stem/test-kit/worker-config'

const NOBODY = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint {}`
const standIn = (name: string) => ({ name, modules: true, compatibilityDate: '2026-11-01', script: NOBODY })

// What is kept of a person is written in one place; the test of what they take along compares with it.
const DATA_MAP = readFileSync('../../docs/data-map.csv', 'utf8')

export default workerConfig({ miniflare: { bindings: { DATA_MAP }, workers: [standIn('stem-members'), standIn('stem-content')] } })
