import { listFile } from '@/app/api/desk/list-file'
import { platformDownload } from '@/lib/action/platform-download'
import { deadLetterList } from '@/lib/jobs/dead-letter-list'

/** The jobs that were given up, as CSV. */
export const GET = platformDownload({ can: 'job:read' }, listFile(deadLetterList))
