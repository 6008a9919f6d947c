'use client'

import { useState } from 'react'
import { setPermissionsAction } from '@/app/t/[tenant]/manage/people/actions'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import {
  type Permission,
  permissionsOf,
  permissionTable,
  type Role,
  roleLabels,
} from '@/lib/auth/permissions'
import { permissionGroups } from '@/lib/people/rules'

/** What a person may do: starts as their role has it, and says where it differs. */
export function PermissionsForm({
  userId,
  role,
  allowed,
  givable,
}: {
  userId: string
  role: Role
  allowed: Permission[]
  /** What the reader may give: what they have themselves. */
  givable: Permission[]
}) {
  const usual = permissionsOf(role)
  const [checked, setChecked] = useState<ReadonlySet<Permission>>(new Set(allowed))
  function toggle(permission: Permission, on: boolean) {
    const next = new Set(checked)
    if (on) next.add(permission)
    else next.delete(permission)
    setChecked(next)
  }
  return (
    <ActionForm action={setPermissionsAction} doneMessage="Permissions saved">
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="role" value={role} />
      <div className="gap-x-8 sm:columns-2">
        {permissionGroups.map(group => (
          <fieldset key={group.label} className="mb-5 flex break-inside-avoid flex-col gap-1">
            <legend className="mb-1 font-medium">{group.label}</legend>
            {group.permissions.map(permission => {
              const on = checked.has(permission)
              return (
                <label
                  key={permission}
                  htmlFor={`may-${permission}`}
                  className="flex items-start gap-2.5 py-0.5 pointer-coarse:py-2"
                >
                  <Checkbox
                    id={`may-${permission}`}
                    name="allowed[]"
                    value={permission}
                    checked={on}
                    className="mt-0.5"
                    // Sent even when it cannot be changed: it stays as it is.
                    aria-disabled={!on && !givable.includes(permission)}
                    onChange={event =>
                      (on || givable.includes(permission)) && toggle(permission, event.target.checked)
                    }
                  />
                  <span>
                    {permissionTable[permission].label}
                    {on !== usual.has(permission) && (
                      <Badge tone={on ? 'info' : 'caution'} className="ml-2">
                        {on ? 'Granted' : 'Denied'}
                      </Badge>
                    )}
                  </span>
                </label>
              )
            })}
          </fieldset>
        ))}
      </div>
      <FormActions>
        <SubmitButton variant="secondary">Save permissions</SubmitButton>
        <Button variant="ghost" onClick={() => setChecked(usual)}>
          Reset to {roleLabels[role].toLowerCase()}
        </Button>
      </FormActions>
    </ActionForm>
  )
}
