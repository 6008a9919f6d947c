import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { publicPage } from '@/lib/action/public-page'
import { BeginVisit } from './begin-visit'

export const metadata = { title: 'Support access', referrer: 'no-referrer', robots: { index: false } }

/** Where somebody of Portico arrives whom the company let in; a press takes the visit up. */
export default publicPage({ purpose: 'sign-in' }, async ({ brand, params }) => (
  <AuthFrame
    brand={brand}
    title={`Visit ${brand.name}`}
    description="You come as a guest. Every page you open is in the company’s own audit log."
  >
    <BeginVisit token={params.token ?? ''} />
  </AuthFrame>
))
