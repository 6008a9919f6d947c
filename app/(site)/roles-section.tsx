import { Check, Minus } from 'lucide-react'
import { type Permission, permissionTable, type Role, roleLabels, roles } from '@/lib/auth/permissions'
import { Feature } from './feature'

const shown: Permission[] = [
  'association:read',
  'association:write',
  'homeowner:write',
  'homeowner:invite',
  'import:create',
  'user:invite',
  'settings:write',
  'portal:read',
]

const has = (permission: Permission, role: Role) =>
  (permissionTable[permission].roles as readonly Role[]).includes(role)

function Cell({ granted }: { granted: boolean }) {
  return (
    <td className="py-2.5 text-center">
      {granted ? (
        <Check aria-label="Yes" className="mx-auto size-4 text-accent-ink" />
      ) : (
        <Minus aria-label="No" className="mx-auto size-4 text-line-strong" />
      )}
    </td>
  )
}

function Matrix() {
  return (
    <div className="overflow-hidden rounded-xl border border-line-strong bg-surface">
      <table className="w-full table-fixed text-13">
        <thead>
          <tr className="border-b bg-sunken text-left align-bottom text-muted">
            <th scope="col" className="px-3 py-3 font-medium sm:px-4">
              May
            </th>
            {roles.map(role => (
              <th key={role} scope="col" className="w-7 py-3 font-medium sm:w-12">
                <span className="mx-auto block rotate-180 [writing-mode:vertical-rl]">
                  {roleLabels[role]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {shown.map(permission => (
            <tr key={permission}>
              <th scope="row" className="px-3 py-2.5 text-left font-medium sm:px-4">
                {permissionTable[permission].label}
              </th>
              {roles.map(role => (
                <Cell key={role} granted={has(permission, role)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Roles: the table that the product itself goes by. */
export function RolesSection() {
  return (
    <Feature
      id="roles"
      eyebrow="Roles"
      title="Seven roles, and room for the exception"
      text={
        <p>
          Administrators, managers, accountants, staff and agents work in the back office; rental owners and
          homeowners in the portal. This table is not drawn for this page: it is the one the product goes by.
        </p>
      }
      points={[
        'Grant or deny a single permission to a single person.',
        'Limit a member of staff to the associations they look after, in every list, search and export.',
        'Everything that is changed is written down: who, when, before and after.',
      ]}
    >
      <Matrix />
    </Feature>
  )
}
