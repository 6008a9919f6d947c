import type { ReactNode } from 'react'
import {
  archiveAssociationAction,
  restoreAssociationAction,
} from '@/app/t/[tenant]/manage/associations/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { Status } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { formatNumber } from '@/components/ui/format-number'
import { PageHeader } from '@/components/ui/page-header'
import { TabNav } from '@/components/ui/tab-nav'
import type { AssociationRecord } from '@/lib/associations/read-association'
import { associationKinds } from '@/lib/associations/schema'
import { can, type UserActor } from '@/lib/auth/actor'

const tabs = [
  { path: '', label: 'Overview' },
  { path: '/units', label: 'Units' },
  { path: '/board', label: 'Board' },
  { path: '/activity', label: 'Activity' },
]

function Actions({ association, actor }: { association: AssociationRecord; actor: UserActor }) {
  const { id, name, unitCount, status } = association
  if (status === 'archived')
    return (
      can(actor, 'association:archive') && (
        <ActionButton
          action={restoreAssociationAction}
          values={{ associationId: id }}
          label="Restore"
          doneMessage={`${name} is out of the archive`}
        />
      )
    )
  const units = unitCount === 1 ? 'Its unit goes' : `Its ${unitCount} units go`
  return (
    <>
      {can(actor, 'association:archive') && (
        <ConfirmAction
          action={archiveAssociationAction}
          values={{ associationId: id, withUnits: 'on' }}
          variant="ghost"
          label="Archive"
          title={`Archive ${name}?`}
          confirm="Archive"
          doneMessage={`${name} is in the archive`}
        >
          {unitCount > 0 && `${units} into the archive with it. `}
          Nothing is deleted: the record stays, and you can restore it.
        </ConfirmAction>
      )}
      {can(actor, 'association:write') && (
        <ButtonLink href={`/manage/associations/${id}/edit`}>Edit</ButtonLink>
      )}
    </>
  )
}

/** The head of an association's record and its parts; `part` is the path of the one shown. */
export function AssociationFrame({
  association,
  actor,
  part,
  locale,
  children,
}: {
  association: AssociationRecord
  actor: UserActor
  part: '' | '/units' | '/board' | '/activity'
  locale: string
  children: ReactNode
}) {
  const base = `/manage/associations/${association.id}`
  const kind = associationKinds.find(known => known.value === association.kind)?.label
  const place = [association.city, association.county && `${association.county} County`]
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Associations', href: '/manage/associations' }, { label: association.name }]}
        title={association.name}
        status={association.status === 'archived' && <Status>Archived</Status>}
        description={[kind, ...place].filter(Boolean).join(' · ')}
        actions={<Actions association={association} actor={actor} />}
      />
      <div className="mb-5">
        <TabNav
          label="Parts of the record"
          current={base + part}
          tabs={tabs.map(({ path, label }) => ({
            href: base + path,
            label,
            ...(path === '/units' && { count: formatNumber(association.unitCount, locale) }),
          }))}
        />
      </div>
      {children}
    </>
  )
}
