import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { platformAuditList } from '@/lib/directory/platform-audit-list'

/** What admins did, as CSV. */
export const GET = platformDownload({ can: 'audit:read' }, listFile(platformAuditList))
