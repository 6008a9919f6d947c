import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { companyList } from '@/lib/metrics/company-list'

/** Every company, as CSV. */
export const GET = platformDownload({ can: 'tenant:read' }, listFile(companyList))
