import type { Metadata } from 'next'
import Link from 'next/link'
import { Desk } from '@/app/admin/(desk)/desk'
import { Status } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { type AdminPerson, listAdmins } from '@/lib/admins/list-admins'
import { adminRoleLabel } from '@/lib/admins/rules'
import { adminCan } from '@/lib/auth/admin-actor'
import { PermissionTable } from './permission-table'
import { adminStates } from './states'

export const metadata: Metadata = { title: 'Admins' }

function Person({ person }: { person: AdminPerson }) {
  const state = adminStates[person.state]
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-56">
        <Link
          href={`/admins/${person.id}`}
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none after:focus-visible:outline-2"
        >
          {person.name}
        </Link>
        <p className="truncate text-13 text-muted">{person.email}</p>
      </div>
      <span className="w-20 text-13">{adminRoleLabel(person.role)}</span>
      <span className="w-40 text-13 text-muted">
        {person.lastSeenAt ? <Instant at={person.lastSeenAt} zone="UTC" /> : 'Never signed in'}
      </span>
      <span className="w-24">
        <Status tone={state.tone}>{state.label}</Status>
      </span>
    </li>
  )
}

/** The platform's own people and what their roles may do. */
export default platformPage({ can: 'admin:read' }, async ({ tx, admin }) => {
  const people = await listAdmins(tx, new Date())
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Admins"
        description="The people who run Portico. Each signs in with a password and a code."
        actions={
          adminCan(admin, 'admin:manage') && (
            <ButtonLink variant="primary" href="/admins/invite">
              Invite an admin
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-5">
        <Section title="People" padded={false}>
          <ul className="divide-y">
            {people.map(person => (
              <Person key={person.id} person={person} />
            ))}
          </ul>
        </Section>
        <PermissionTable />
      </div>
    </Desk>
  )
})
