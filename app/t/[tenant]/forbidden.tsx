import { ErrorPage } from '@/components/layout/error-page'
import { viewer } from '@/lib/action/request-actor'
import { requestFace } from '@/lib/action/request-face'
import { shownBrand } from '@/lib/branding/shown-brand'

/** Not allowed, or the whole company is suspended. */
export default async function Forbidden() {
  const [{ tenant }, found] = await Promise.all([requestFace(), viewer().catch(() => null)])
  const closed = tenant?.status === 'suspended' && {
    title: 'These pages are closed for now',
    text: 'Your data is safe. Please contact the company directly; its administrator can have them opened again.',
    homeLabel: 'Try again',
  }
  return <ErrorPage kind={403} brand={found ? shownBrand(found.brand) : undefined} {...closed} />
}
