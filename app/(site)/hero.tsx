import { OfficePreview } from '@/components/preview/office-preview'
import { PortalPreview } from '@/components/preview/portal-preview'
import { ButtonLink } from '@/components/ui/button'
import { Arches } from './arches'
import { demoHome, registerRows, seabreeze } from './samples'

/** The top of the apex page: what this is, and a look at it. */
export function Hero({ rootHost }: { rootHost: string }) {
  return (
    <section className="relative overflow-hidden">
      <div className="mx-auto grid max-w-6xl grid-cols-1 gap-14 px-5 pt-14 pb-20 lg:grid-cols-12 lg:items-center lg:gap-10 lg:pt-20 lg:pb-28">
        <div className="min-w-0 lg:col-span-5">
          <h1 className="font-display text-[2.75rem] leading-[1.05] tracking-tight sm:text-6xl">
            The front door to every home you manage
          </h1>
          <p className="mt-6 max-w-prose text-lg text-muted">
            Portico is the back office for companies that run community associations and vacation rentals, and
            the portal their homeowners open on a phone. Each company has its own address, its own look, and a
            wall around its data that the database itself holds up.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href="/sign-up" variant="primary" size="lg">
              Create your company
            </ButtonLink>
            <ButtonLink href="#import" size="lg">
              See what works today
            </ButtonLink>
          </div>
        </div>
        <div className="relative min-w-0 lg:col-span-7">
          <Arches className="absolute -top-16 left-1/2 h-[50rem] -translate-x-1/2" />
          <div className="relative pt-6 pb-10 sm:pr-16 sm:pb-52 lg:-mr-16 lg:pr-20">
            <OfficePreview brand={seabreeze} address={`seabreeze.${rootHost}/manage`} rows={registerRows} />
            <PortalPreview
              brand={seabreeze}
              home={demoHome}
              className="absolute right-0 bottom-0 hidden sm:block"
            />
          </div>
        </div>
      </div>
    </section>
  )
}
