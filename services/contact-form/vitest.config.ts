import { workerConfig } from '@stem/test-kit/worker-config'

const MEMBERS = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint {
  namesOf(ids) { return Object.fromEntries(ids.map((id) => [id, 'Name of ' + id.slice(-2)])) }
}`

const CONTENT = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint {}`

export default workerConfig({
  miniflare: {
    workers: [
      { name: 'stem-members', modules: true, compatibilityDate: '2026-11-01', script: MEMBERS },
      { name: 'stem-content', modules: true, compatibilityDate: '2026-11-01', script: CONTENT },
    ],
  },
})
