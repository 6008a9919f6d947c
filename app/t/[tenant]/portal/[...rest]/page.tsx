import { notFound } from 'next/navigation'
import { tenantPage } from '@/lib/action/tenant-page'

/** Any other address: not found, said inside the shell. */
export default tenantPage({ can: 'portal:read' }, async () => notFound())
