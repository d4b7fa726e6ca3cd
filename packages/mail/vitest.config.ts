import { workerConfig } from '@stem/test-kit/worker-config'

export default workerConfig({ miniflare: { d1Databases: ['DB'] } })
