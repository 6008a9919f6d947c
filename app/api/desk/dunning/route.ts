import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { dunningList } from '@/lib/invoices/dunning-list'

/** The invoices that could not be collected, as CSV. */
export const GET = platformDownload({ can: 'invoice:read' }, listFile(dunningList))
