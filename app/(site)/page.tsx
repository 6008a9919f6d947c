import { Suspense } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { env } from '@/lib/env/env'
import { Arches } from './arches'
import { Hero } from './hero'
import { ImportSection } from './import-section'
import { IsolationSection } from './isolation-section'
import { KindsSection } from './kinds-section'
import { PortalSection } from './portal-section'
import { PricingSection } from './pricing-section'
import { RolesSection } from './roles-section'

export const dynamic = 'force-dynamic'

/** The apex page: what Portico is, shown by pieces of itself. */
export default function SitePage() {
  return (
    <>
      <Hero rootHost={new URL(env().PUBLIC_ORIGIN).host} />
      <ImportSection />
      <IsolationSection />
      <RolesSection />
      <PortalSection />
      <KindsSection />
      <Suspense>
        <PricingSection />
      </Suspense>
      <section className="relative overflow-hidden border-t">
        <Arches count={2} className="absolute top-8 left-1/2 h-[46rem] -translate-x-1/2" />
        <div className="relative mx-auto flex max-w-sm flex-col items-center px-5 pt-48 pb-24 text-center sm:max-w-md lg:pb-32">
          <h2 className="font-display text-4xl leading-tight tracking-tight sm:text-5xl">
            Open your front door
          </h2>
          <p className="mt-4 text-muted">
            Give it a name, an address and a color. A few seconds later you are standing in your own back
            office.
          </p>
          <ButtonLink href="/sign-up" variant="primary" size="lg" className="mt-8">
            Create your company
          </ButtonLink>
        </div>
      </section>
    </>
  )
}
