import type { JobName, RoundName } from './job-names'

const titles: Record<JobName | RoundName, string> = {
  'send-message': 'Send a message',
  'preview-import': 'Preview an import',
  'commit-import': 'Commit an import',
  sweep: 'Sweep what has expired',
  'check-domain': 'Check an own domain',
  'publish-name': 'Publish a company’s name',
  'test-credential': 'Test a key',
  'tend-credentials': 'Watch over keys',
  'remind-account': 'Remind of an account',
  'sync-billing': 'Sync billing with Stripe',
  'send-usage': 'Report usage to Stripe',
  'compare-bill': 'Compare a bill with Stripe’s',
  hourly: 'Hourly round',
  nightly: 'Nightly round',
  'admin-mail': 'Mail to platform admins',
}

/** What a job does, in words; its name where there are none. */
export function jobTitle(name: string): string {
  return Object.hasOwn(titles, name) ? titles[name as keyof typeof titles] : name
}
