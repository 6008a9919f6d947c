import { ErrorPage } from '@/components/layout/error-page'
import { viewer } from '@/lib/action/request-actor'
import { shownBrand } from '@/lib/branding/shown-brand'

/** Not found, outside of any shell: in the tenant's brand, or plain when there is no such tenant. */
export default async function NotFound() {
  const found = await viewer().catch(() => null)
  return <ErrorPage kind={404} brand={found ? shownBrand(found.brand) : undefined} />
}
