/** The seven roles of a tenant's people. */
export const roles = ['admin', 'manager', 'accountant', 'staff', 'agent', 'owner', 'homeowner'] as const
export type Role = (typeof roles)[number]

/** Roles as people read them. */
export const roleLabels: Record<Role, string> = {
  admin: 'Admin',
  manager: 'Manager',
  accountant: 'Accountant',
  staff: 'Staff',
  agent: 'Agent',
  owner: 'Rental owner',
  homeowner: 'Homeowner',
}

/** Roles of the company's own people; the others use the portal. */
export const staffRoles: ReadonlySet<Role> = new Set(['admin', 'manager', 'accountant', 'staff', 'agent'])

/** Where a person of this role belongs after signing in. */
export function homeOf(role: Role): '/manage' | '/portal' {
  return staffRoles.has(role) ? '/manage' : '/portal'
}

const all: readonly Role[] = ['admin', 'manager', 'accountant', 'staff', 'agent']
const office: readonly Role[] = ['admin', 'manager', 'staff']

/** Every permission: what it allows, in words, and the roles that have it unless a person's own grants differ. */
export const permissionTable = {
  'association:read': { label: 'See associations and boards', roles: all },
  'association:write': { label: 'Add and edit associations and boards', roles: ['admin', 'manager'] },
  'association:archive': { label: 'Archive and restore associations', roles: ['admin', 'manager'] },
  'unit:read': { label: 'See units', roles: all },
  'unit:write': { label: 'Add, edit and archive units', roles: office },
  'homeowner:read': { label: 'See homeowners and ownerships', roles: all },
  'homeowner:write': { label: 'Add and edit homeowners, transfer ownership', roles: office },
  'homeowner:invite': { label: 'Invite homeowners to the portal', roles: office },
  'import:read': { label: 'See imports', roles: ['admin', 'manager', 'accountant', 'staff'] },
  'import:create': { label: 'Import files', roles: ['admin', 'manager'] },
  'export:create': { label: 'Export lists', roles: ['admin', 'manager', 'accountant', 'staff'] },
  'user:read': { label: 'See the team', roles: ['admin', 'manager'] },
  'user:invite': { label: 'Invite and suspend team members', roles: ['admin'] },
  'user:permit': { label: 'Change roles, grants and association limits', roles: ['admin'] },
  'settings:read': { label: 'See company settings', roles: ['admin', 'manager', 'accountant'] },
  'settings:write': { label: 'Change company profile and branding', roles: ['admin'] },
  'billing:read': { label: 'See plan, usage and invoices', roles: ['admin', 'accountant'] },
  'billing:write': { label: 'Change plan and payment method', roles: ['admin'] },
  'credential:read': { label: 'See which keys of other services there are', roles: ['admin'] },
  'credential:write': { label: 'Enter, test and remove keys of other services', roles: ['admin'] },
  'message:read': { label: 'See the log of emails and texts', roles: ['admin', 'manager'] },
  'message:send': {
    label: 'Send messages again and lift blocks on addresses',
    roles: ['admin', 'manager'],
  },
  'audit:read': { label: 'See the audit log', roles: ['admin'] },
  'support:grant': { label: 'Let Portico’s support in and see its visits', roles: ['admin'] },
  'portal:read': { label: 'Use the portal', roles: ['homeowner', 'owner'] },
  'account:manage': { label: 'Manage one’s own profile, password and sessions', roles: [...roles] },
} as const satisfies Record<string, { label: string; roles: readonly Role[] }>

export type Permission = keyof typeof permissionTable

export const permissions = Object.keys(permissionTable) as Permission[]

/** The permissions a role has by itself. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(permissions.filter(p => (permissionTable[p].roles as readonly Role[]).includes(role)))
}

/**
 * What somebody of Portico may do whom the company let in: what its managers do with its work, and nothing about
 * people, signing in, files of addresses, keys, settings or bills. A new permission is no guest's until it is named here.
 */
export const guestPermissions: ReadonlySet<Permission> = new Set<Permission>([
  'association:read',
  'association:write',
  'association:archive',
  'unit:read',
  'unit:write',
  'homeowner:read',
  'homeowner:write',
  'import:read',
  'export:create',
  'message:read',
  'settings:read',
])

/** A role's permissions with a person's own grants added and denials taken away; a denial wins. */
export function effectivePermissions(
  role: Role,
  own: Readonly<Record<string, 'grant' | 'deny'>> | null,
): ReadonlySet<Permission> {
  const result = new Set(permissionsOf(role))
  for (const permission of permissions) {
    if (own?.[permission] === 'grant') result.add(permission)
    if (own?.[permission] === 'deny') result.delete(permission)
  }
  return result
}
