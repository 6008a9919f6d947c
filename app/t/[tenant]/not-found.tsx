import { ErrorPage } from '@/components/layout/error-page'
import { viewer } from '@/lib/action/request-actor'
import { requestFace } from '@/lib/action/request-face'
import { shownBrand } from '@/lib/branding/shown-brand'
import { env } from '@/lib/env/env'

/** Not found, outside of any shell: in the tenant's brand, or plain when there is no such tenant. */
export default async function NotFound() {
  const [{ tenant }, found] = await Promise.all([requestFace(), viewer().catch(() => null)])
  if (tenant) return <ErrorPage kind={404} brand={found ? shownBrand(found.brand) : undefined} />
  return (
    <ErrorPage
      kind={404}
      brand="portico"
      title="No company is at this address"
      text="It may be mistyped. Portico can find the address of your company’s pages for you."
      homeHref={`${env().PUBLIC_ORIGIN}/find`}
      homeLabel="Find your portal"
    />
  )
}
