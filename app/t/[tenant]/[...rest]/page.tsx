import { notFound } from 'next/navigation'
import { publicPage } from '@/lib/action/public-page'

/** Any other address of a tenant: not found, in its brand. */
export default publicPage({ purpose: 'say that there is no such page' }, async () => notFound())
