import { Check } from 'lucide-react'
import type { UserActor } from '@/lib/auth/actor'
import { permissionTable } from '@/lib/auth/permissions'
import { permittable } from '@/lib/people/rules'

/** What the person in front of the screen may do, in words. */
export function OwnPermissions({ actor }: { actor: UserActor }) {
  const own = permittable.filter(permission => actor.permissions.has(permission))
  return (
    <ul className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
      {own.map(permission => (
        <li key={permission} className="flex items-start gap-2">
          <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
          {permissionTable[permission].label}
        </li>
      ))}
    </ul>
  )
}
