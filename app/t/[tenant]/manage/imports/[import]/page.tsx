import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Status } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { type PageInput, tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { findImport, type Import } from '@/lib/imports/find-import'
import { progressOf } from '@/lib/imports/read-progress'
import { importIdSchema, importStateChoices } from '@/lib/imports/schema'
import { CancelButton } from './cancel-button'
import { readChoice } from './choice-address'
import { ColumnsStep } from './columns-step'
import { Ended } from './ended'
import { LiveProgress } from './live-progress'
import { loadPreview, Preview } from './preview'
import { Steps } from './steps'

export const metadata: Metadata = { title: 'Import' }

/** One import, from its columns to what it has written. */
export default tenantPage({ can: 'import:read' }, async input => {
  const { tx, actor, params, brand, account } = input
  const id = importIdSchema.safeParse({ importId: params.import })
  const found = id.success ? await findImport(tx, id.data.importId) : null
  if (!found) notFound()
  const state = importStateChoices.find(({ value }) => value === found.state)
  const { held } = progressOf(found, account)
  const open = !['done', 'failed', 'cancelled'].includes(found.state)
  const mayWrite = can(actor, 'import:create')
  return (
    <div className="max-w-6xl">
      <PageHeader
        crumbs={[{ label: 'Imports', href: '/manage/imports' }, { label: found.fileName }]}
        title={found.fileName}
        status={<Status tone={held ? 'caution' : state?.tone}>{held ? 'Waiting' : state?.label}</Status>}
        description={
          <>
            {found.createdByName ? `Uploaded by ${found.createdByName}, ` : 'Uploaded '}
            <Instant at={found.createdAt} zone={brand.zone} locale={brand.locale} />
          </>
        }
        actions={open && mayWrite && <CancelButton importId={found.id} state={found.state} />}
      />
      <Steps found={found} />
      {await body(found, input, mayWrite)}
    </div>
  )
})

async function body(found: Import, { tx, query, search, brand, account }: PageInput, mayWrite: boolean) {
  if (['uploading', 'uploaded', 'previewing', 'committing'].includes(found.state))
    return <LiveProgress importId={found.id} first={progressOf(found, account)} kind={found.kind} />
  const columns = found.state === 'inspected' || (found.state === 'previewed' && query.step === 'columns')
  if (columns) return <ColumnsStep found={found} mayWrite={mayWrite} />
  if (found.state === 'previewed')
    return (
      <Preview
        {...(await loadPreview(tx, found, query, readChoice(mayWrite ? search : {})))}
        found={found}
        mayWrite={mayWrite}
        locale={brand.locale}
      />
    )
  return (
    <Ended
      found={found}
      rows={(await loadPreview(tx, found, { ...query, rows: 'refused' }, readChoice({}))).rows}
      mayWrite={mayWrite}
      locale={brand.locale}
    />
  )
}
