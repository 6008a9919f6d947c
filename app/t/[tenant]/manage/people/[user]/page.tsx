import { notFound } from 'next/navigation'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Email } from '@/components/ui/email'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import { type Brand, can, type UserActor } from '@/lib/auth/actor'
import { listSessions } from '@/lib/auth/list-sessions'
import { effectivePermissions, roleLabels, roles, staffRoles } from '@/lib/auth/permissions'
import { type Person, readPerson } from '@/lib/people/read-person'
import { permittable, refusesRights } from '@/lib/people/rules'
import { formatPhone } from '@/lib/phone/format-phone'
import { LimitForm, RoleForm } from './access-forms'
import { PermissionsForm } from './permissions-form'
import { PersonActions } from './person-actions'
import { PersonSessions } from './person-sessions'

export const metadata = { title: 'Team' }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function Facts({ person, zone }: { person: Person; zone: string }) {
  const at = (instant: Date | null) => instant && <Instant at={instant} zone={zone} />
  return (
    <Section title="About">
      <Details
        columns={2}
        items={[
          { label: 'Email', value: <Email address={person.email} /> },
          { label: 'Phone', value: person.phone && formatPhone(person.phone) },
          { label: 'Signs in with', value: person.hasPassword ? 'Password or email link' : 'Email link' },
          { label: 'Last signed in', value: at(person.lastSeenAt) },
          { label: 'Invited', value: at(person.invitedAt) },
          { label: 'Added', value: at(person.addedAt) },
        ]}
      />
    </Section>
  )
}

function Access({ person, actor }: { person: Person; actor: UserActor }) {
  const { role, own } = person.rights
  const offered = roles.filter(
    next =>
      staffRoles.has(next) === staffRoles.has(role) &&
      !refusesRights(actor, person.rights, { role: next, own }),
  )
  return (
    <>
      <Section title="Role in the company">
        <RoleForm userId={person.id} role={role} offered={offered} />
      </Section>
      {staffRoles.has(role) && (
        <>
          <Section title="Associations">
            <LimitForm userId={person.id} scope={person.scope} chosen={person.associations} />
          </Section>
          <Section
            title="Permissions"
            description={`As ${roleLabels[role].toLowerCase()}, with what you grant or deny here.`}
          >
            <PermissionsForm
              key={role}
              userId={person.id}
              role={role}
              allowed={permittable.filter(permission => effectivePermissions(role, own).has(permission))}
              givable={permittable.filter(permission => actor.permissions.has(permission))}
            />
          </Section>
        </>
      )}
    </>
  )
}

function AccessOrWhyNot({ person, actor, brand }: { person: Person; actor: UserActor; brand: Brand }) {
  if (person.id === actor.userId)
    return (
      <Notice title="This is you">
        Nobody changes their own access: another admin of {brand.name} can. Your profile and password are
        under Your account.
      </Notice>
    )
  if (!can(actor, 'user:permit') || refusesRights(actor, person.rights, person.rights)) return null
  return <Access person={person} actor={actor} />
}

/** One person who signs in: what they are, may do and see, and where they are signed in. */
export default tenantPage({ can: 'user:read' }, async ({ tx, actor, brand, params }) => {
  const person = uuid.test(params.user ?? '') ? await readPerson(tx, params.user ?? '') : null
  if (!person) notFound()
  const sessions = await listSessions(tx, { id: person.id, role: person.rights.role })
  const mayAct =
    can(actor, 'user:invite') &&
    person.id !== actor.userId &&
    !refusesRights(actor, person.rights, person.rights)
  return (
    <div className="flex max-w-4xl flex-col gap-5 [&>header]:mb-0">
      <PageHeader
        title={person.name}
        crumbs={[{ label: 'Team', href: '/manage/people' }, { label: person.name }]}
        description={roleLabels[person.rights.role]}
        status={<Status tone={person.state.tone}>{person.state.label}</Status>}
        actions={mayAct && <PersonActions person={person} />}
      />
      <Facts person={person} zone={brand.zone} />
      <AccessOrWhyNot person={person} actor={actor} brand={brand} />
      <PersonSessions person={person} sessions={sessions} zone={brand.zone} mayEnd={mayAct} />
    </div>
  )
})
