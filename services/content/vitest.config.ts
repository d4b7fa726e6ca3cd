import { readFileSync } from 'node:fs'
import { workerConfig } from '@stem/test-kit/worker-config'

// An empty register: tests of the search bring their own.
const MEMBERS = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint {
  publicOrganisations() { return [] }
  organisationEntries() { return [] }
}`

export default workerConfig({
  miniflare: {
    bindings: { SEED: readFileSync('../../infra/seed/coalition.json', 'utf8') },
    workers: [{ name: 'stem-members', modules: true, compatibilityDate: '2026-11-01', script: MEMBERS }],
  },
})
