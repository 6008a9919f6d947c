import { Check, Minus } from 'lucide-react'
import { Section } from '@/components/ui/card'
import { adminRoles } from '@/lib/admins/rules'
import { type AdminPermission, type AdminRole, adminPermissionTable } from '@/lib/auth/admin-actor'

// A wide table scrolls sideways on phones, and those who use keys must be able to scroll it too. It holds what is said to
// screen readers alone, which would widen the page otherwise.
const scrolledByKeys = { tabIndex: 0 }

function Cell({ role, permission }: { role: AdminRole; permission: AdminPermission }) {
  const allowed = (adminPermissionTable[permission].roles as readonly AdminRole[]).includes(role)
  const Icon = allowed ? Check : Minus
  return (
    <td className="px-1.5 py-1.5 sm:px-3">
      <Icon aria-hidden className={allowed ? 'mx-auto size-4 text-positive' : 'mx-auto size-4 text-faint'} />
      <span className="sr-only">{allowed ? 'yes' : 'no'}</span>
    </td>
  )
}

/** What each role may do, drawn from the table that the product itself asks. */
export function PermissionTable() {
  const permissions = Object.keys(adminPermissionTable) as AdminPermission[]
  return (
    <Section
      title="Roles"
      description="None of them sees what a company keeps in Portico unless the company lets support in."
      padded={false}
    >
      <section
        aria-label="Permissions by role"
        {...scrolledByKeys}
        className="relative overflow-x-auto focus-visible:-outline-offset-2"
      >
        <table className="w-full border-collapse text-13">
          <thead className="border-b bg-sunken">
            <tr>
              <th scope="col" className="px-4 py-2 text-left font-medium text-muted">
                Permission
              </th>
              {adminRoles.map(({ value, label, note }) => (
                <th key={value} scope="col" title={note} className="px-1.5 py-2 font-medium sm:w-28 sm:px-3">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map(permission => (
              <tr key={permission} className="border-b last:border-b-0 hover:bg-hover">
                <th scope="row" className="px-4 py-1.5 text-left font-normal">
                  {adminPermissionTable[permission].label}
                </th>
                {adminRoles.map(({ value }) => (
                  <Cell key={value} role={value} permission={permission} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
