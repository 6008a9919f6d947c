import { Check, Minus } from 'lucide-react'
import type { Metadata } from 'next'
import { Fragment } from 'react'
import { TeamTabs } from '@/app/t/[tenant]/manage/people/team-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import {
  type Permission,
  permissionsOf,
  permissionTable,
  type Role,
  roleLabels,
  roles,
} from '@/lib/auth/permissions'
import { everyday, permissionGroups, roleNotes } from '@/lib/people/rules'

export const metadata: Metadata = { title: 'Roles and permissions' }

// A wide table scrolls sideways on phones, and those who use keys must be able to scroll it too.
const scrolledByKeys = { tabIndex: 0 }

// The permissions stay in sight while the roles scroll by.
const pinned = 'sticky left-0 min-w-44 border-r px-4 text-left sm:border-r-0'

const groups = [...permissionGroups, { label: 'Everybody', permissions: [...everyday] }]

function RoleCell({ role, permission }: { role: Role; permission: Permission }) {
  const allowed = permissionsOf(role).has(permission)
  const Icon = allowed ? Check : Minus
  return (
    <td className="px-3 py-1.5 text-center">
      <Icon aria-hidden className={allowed ? 'mx-auto size-4 text-positive' : 'mx-auto size-4 text-faint'} />
      <span className="sr-only">{allowed ? 'yes' : 'no'}</span>
    </td>
  )
}

/** What each of the seven roles may do, drawn from the table that the product itself asks. */
export default tenantPage({ can: 'user:read' }, async () => (
  <>
    <PageHeader
      title="Team"
      description="What each role may do. A person’s own page can grant more, or deny some of it."
    />
    <TeamTabs current="/manage/people/roles" />
    <section
      aria-label="Permissions by role"
      {...scrolledByKeys}
      className="relative overflow-x-auto rounded-lg border bg-surface"
    >
      <table className="w-full min-w-[56rem] border-separate border-spacing-0 [&_tr:not(:last-child)>*]:border-b text-13">
        <thead className="bg-sunken [&_th]:border-b">
          <tr>
            <th scope="col" className={`${pinned} bg-sunken py-2 font-medium text-muted`}>
              Permission
            </th>
            {roles.map(role => (
              <th
                key={role}
                scope="col"
                className="w-24 px-3 py-2 text-center font-medium"
                title={roleNotes[role]}
              >
                {roleLabels[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <Fragment key={group.label}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={roles.length + 1}
                  className="px-4 pt-4 pb-1.5 text-left font-semibold"
                >
                  {group.label}
                </th>
              </tr>
              {group.permissions.map(permission => (
                <tr key={permission}>
                  <th scope="row" className={`${pinned} bg-surface py-1.5 font-normal`}>
                    {permissionTable[permission].label}
                  </th>
                  {roles.map(role => (
                    <RoleCell key={role} role={role} permission={permission} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
    <dl className="mt-6 grid gap-x-8 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
      {roles.map(role => (
        <div key={role}>
          <dt className="font-medium">{roleLabels[role]}</dt>
          <dd className="text-13 text-muted">{roleNotes[role]}</dd>
        </div>
      ))}
    </dl>
  </>
))
