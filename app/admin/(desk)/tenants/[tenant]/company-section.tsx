import { Section } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Details } from '@/components/ui/details'
import { Instant } from '@/components/ui/time'
import { tenantKinds } from '@/lib/directory/rules'
import { tenantUrl } from '@/lib/tenancy/tenant-url'

type Company = {
  id: string
  slug: string
  kind: string
  placement: string | null
  createdAt: Date
  domains: { host: string; status: string }[]
}

const standings: Record<string, string> = {
  pending: 'not proved yet',
  verified: 'in use',
  failed: 'could not be proved',
}

/** What the directory says of a company. */
export function CompanySection({ company }: { company: Company }) {
  const { id, slug, kind, placement, createdAt, domains } = company
  const url = tenantUrl(slug)
  return (
    <Section title="Company">
      <Details
        items={[
          {
            label: 'Address',
            value: (
              <a href={url} className="break-all underline underline-offset-4 hover:text-accent-ink">
                {new URL(url).host}
              </a>
            ),
          },
          {
            label: 'Own domains',
            value:
              domains.map(({ host, status }) => `${host} (${standings[status] ?? status})`).join(', ') ||
              'None',
          },
          { label: 'Manages', value: tenantKinds.find(choice => choice.value === kind)?.label },
          { label: 'Signed up', value: <Instant at={createdAt} zone="UTC" zoned /> },
          { label: 'Database', value: placement ?? 'Shared' },
          {
            label: 'Id',
            value: (
              <span className="flex items-center gap-1">
                <code className="min-w-0 truncate text-xs">{id}</code>
                <CopyButton text={id} label="Copy the id" />
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}
