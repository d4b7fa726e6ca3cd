import { workerConfig } from '@stem/test-kit/worker-config'

// What the gateway calls: the journeys have the real ones.
const silent = "import { WorkerEntrypoint } from 'cloudflare:workers'\nexport default class extends WorkerEntrypoint {}"

export default workerConfig({
  miniflare: {
    workers: ['members', 'content', 'newsletter', 'contact-form'].map((service) => ({
      name: `stem-${service}`,
      modules: true,
      script: silent,
      compatibilityDate: '2026-11-01',
    })),
  },
})
