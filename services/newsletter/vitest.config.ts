import { workerConfig } from '@stem/test-kit/worker-config'

const NOBODY = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint {}`
const standIn = (name: string) => ({ name, modules: true, compatibilityDate: '2026-11-01', script: NOBODY })

export default workerConfig({ miniflare: { workers: [standIn('stem-members'), standIn('stem-content')] } })
