import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { readHistory } from '@/lib/ownerships/read-history'
import { TransferForm } from './transfer-form'

export const metadata: Metadata = { title: 'Transfer a unit' }

/** Transfers a unit to new owners on a day. */
export default tenantPage({ can: 'homeowner:write' }, async ({ tx, actor, params }) => {
  const history = await readHistory(tx, params.unit ?? '')
  if (!history) notFound()
  const { unit, association, periods, seen, today } = history
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[
          { label: 'Associations', href: '/manage/associations' },
          { label: association.name, href: `/manage/associations/${association.id}` },
          { label: `Unit ${unit.label}`, href: `/manage/units/${unit.id}` },
          { label: 'Transfer' },
        ]}
        title={`Transfer unit ${unit.label}`}
      />
      {actor.guest && (
        <Notice className="mb-4">
          Guests add new owners without an email address; the company fills it in, for invitations go there.
        </Notice>
      )}
      {unit.archived ? (
        <Notice tone="caution">This unit is archived. Restore it before it changes hands.</Notice>
      ) : (
        <Card className="p-5">
          <TransferForm unitId={unit.id} seen={seen} today={today} periods={periods} />
        </Card>
      )}
    </div>
  )
})
