import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { differenceList } from '@/lib/usage/difference-list'

/** Where figures do not agree, as CSV. */
export const GET = platformDownload({ can: 'invoice:read' }, listFile(differenceList))
