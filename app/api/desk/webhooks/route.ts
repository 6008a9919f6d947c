import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { webhookList } from '@/lib/invoices/webhook-list'

/** What Stripe reported, as CSV. */
export const GET = platformDownload({ can: 'invoice:read' }, listFile(webhookList))
