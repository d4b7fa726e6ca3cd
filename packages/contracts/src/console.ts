/** Places of the console, in the order of its navigation: whose they are, and the roles that find something there. */
export const CONSOLE_PLACES = {
  inbox: {
    path: '/console',
    icon: 'inbox',
    group: 'work',
    roles: ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'],
  },
  requests: { path: '/console/requests', icon: 'life-buoy', group: 'work', roles: ['secretariat-officer', 'secretariat-admin'] },
  newsletter: { path: '/console/newsletter', icon: 'mail', group: 'work', roles: ['secretariat-officer', 'secretariat-admin'] },
  instruments: { path: '/console/instruments', icon: 'file-text', group: 'work', roles: ['secretariat-officer', 'secretariat-admin'] },
  indicators: { path: '/console/indicators', icon: 'chart-line', group: 'work', roles: ['secretariat-officer', 'secretariat-admin'] },
  freshness: { path: '/console/freshness', icon: 'check', group: 'work', roles: ['secretariat-officer', 'secretariat-admin'] },
  promises: { path: '/console/requests/promises', icon: 'circle-check', group: 'work', roles: ['secretariat-officer', 'secretariat-admin'] },
  organisations: {
    path: '/console/organisations',
    icon: 'building-2',
    group: 'work',
    roles: ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'],
  },
  people: { path: '/console/people', icon: 'users', group: 'work', roles: ['secretariat-officer', 'secretariat-admin', 'auditor'] },
  roles: { path: '/console/roles', icon: 'shield-check', group: 'system', roles: ['platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'] },
  webhooks: { path: '/console/webhooks', icon: 'webhook', group: 'system', roles: ['secretariat-admin'] },
  mails: { path: '/console/mails', icon: 'mail', group: 'system', roles: ['secretariat-admin', 'auditor'] },
  audit: { path: '/console/audit', icon: 'scroll-text', group: 'system', roles: ['secretariat-admin', 'auditor'] },
} as const satisfies Record<string, { path: string; icon: string; group: 'work' | 'system'; roles: readonly string[] }>
/** A place of the console. */
export type ConsolePlace = keyof typeof CONSOLE_PLACES
