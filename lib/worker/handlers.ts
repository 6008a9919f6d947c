import type { JobHandlers } from '@/lib/jobs/job-names'
import { sendMessage } from '@/lib/messaging/send-message'

/** What does each job. */
export const handlers: Partial<JobHandlers> = {
  'send-message': sendMessage,
}
