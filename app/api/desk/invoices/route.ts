import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { platformInvoiceList } from '@/lib/invoices/platform-invoice-list'

/** Every invoice, as CSV. */
export const GET = platformDownload({ can: 'invoice:read' }, listFile(platformInvoiceList))
