import type { JobHandlers } from '@/lib/jobs/job-names'
import { sendMessage } from '@/lib/messaging/send-message'
import { sweepTenant } from './sweep-tenant'

/** What does each job. */
export const handlers: Partial<JobHandlers> = {
  'send-message': sendMessage,
  sweep: sweepTenant,
}
