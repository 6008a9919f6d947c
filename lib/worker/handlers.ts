import { remindAccount } from '@/lib/account-notices/remind-account'
import { testCredential } from '@/lib/credentials/test-credential'
import { checkDomain } from '@/lib/domains/check-domain'
import { commitImportJob, previewImportJob } from '@/lib/imports/import-jobs'
import type { JobHandlers } from '@/lib/jobs/job-names'
import { sendMessage } from '@/lib/messaging/send-message'
import { publishName } from '@/lib/settings/publish-name'
import { compareBill } from '@/lib/stripe-sync/compare-bill'
import { sendUsage } from '@/lib/stripe-sync/send-usage'
import { syncBilling } from '@/lib/stripe-sync/sync-billing'
import { sweepTenant } from './sweep-tenant'
import { tendCredentials } from './tend-credentials'

/** What does each job. */
export const handlers: JobHandlers = {
  'send-message': sendMessage,
  'preview-import': previewImportJob,
  'commit-import': commitImportJob,
  sweep: sweepTenant,
  'publish-name': publishName,
  'check-domain': checkDomain,
  'test-credential': testCredential,
  'tend-credentials': tendCredentials,
  'remind-account': remindAccount,
  'sync-billing': job => syncBilling(job),
  'send-usage': job => sendUsage(job),
  'compare-bill': async job => void (await compareBill(job)),
}
