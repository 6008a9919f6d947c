import { Download, ShieldCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import type { ImportKind } from '@/lib/imports/schema'
import { UploadForm } from './upload-form'

export const metadata: Metadata = { title: 'Import a file' }

const kinds: { kind: ImportKind; title: string; text: string; columns: string }[] = [
  {
    kind: 'register',
    title: 'A register of associations',
    text: 'One row per association. Its units are created and numbered. Florida’s public register of condominiums is read as it is published.',
    columns: 'Number, name, county, address, units, recorded date, management company',
  },
  {
    kind: 'roster',
    title: 'A roster of homeowners',
    text: 'One row per owner of a unit. Associations are found by name or number, units by their label; both must exist already.',
    columns: 'Association, unit, name, email, phone, mailing address, owner since',
  },
]

/** Takes a file in and explains what it may hold. */
export default tenantPage({ can: 'import:create' }, async ({ actor }) => (
  <div className="max-w-4xl">
    <PageHeader
      crumbs={[{ label: 'Imports', href: '/manage/imports' }, { label: 'New' }]}
      title="Import a file"
      description="Nothing is written until you have seen what would change."
    />
    {actor.scope === 'chosen' ? (
      <Notice tone="caution" title="Importing needs access to every association">
        A file may speak of any association. Ask an admin to import it, or to lift the limit on your account.
      </Notice>
    ) : (
      <UploadForm />
    )}
    <h2 className="mt-8 mb-3 font-semibold">What can be imported</h2>
    <div className="grid gap-4 md:grid-cols-2">
      {kinds.map(({ kind, title, text, columns }) => (
        <Card key={kind} className="flex flex-col gap-2 p-4">
          <h3 className="font-medium">{title}</h3>
          <p className="text-muted">{text}</p>
          <p className="text-13 text-muted">
            <span className="font-medium text-ink">Columns, in any order: </span>
            {columns}
          </p>
          <a
            href={`/api/imports/samples/${kind}.csv`}
            download
            className="mt-auto inline-flex items-center gap-1.5 pt-1 font-medium text-accent-ink underline-offset-4 hover:underline"
          >
            <Download aria-hidden className="size-4" />
            Download a sample {kind}
          </a>
        </Card>
      ))}
    </div>
    <p className="mt-4 flex items-center gap-2 text-13 text-muted">
      <ShieldCheck aria-hidden className="size-4 shrink-0" />
      The file is kept with your company’s data and seen by nobody else.
    </p>
  </div>
))
