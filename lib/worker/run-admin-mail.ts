import { alertDifferences } from '@/lib/admins/alert-differences'
import { sendInvitations } from '@/lib/admins/send-invitations'
import { runParts } from './run-parts'

/** The round of mails to Portico's own admins: invitations, and what they must look at. */
export function runAdminMail(): Promise<void> {
  return runParts({ invitations: sendInvitations, differences: alertDifferences })
}
