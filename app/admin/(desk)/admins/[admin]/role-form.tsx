'use client'

import { changeAdminRoleAction } from '@/app/admin/(desk)/admins/actions'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { adminRoles } from '@/lib/admins/rules'
import type { AdminRole } from '@/lib/auth/admin-actor'

const choices = adminRoles.map(({ value, label, note }) => ({ value, label, description: note }))

/** Another role for an admin. */
export function RoleForm({ adminId, role }: { adminId: string; role: AdminRole }) {
  return (
    <ActionForm action={changeAdminRoleAction} doneMessage="Role changed">
      <input type="hidden" name="adminId" value={adminId} />
      <RadioField name="role" label="Role" choices={choices} defaultValue={role} cards />
      <div>
        <SubmitButton variant="secondary">Change role</SubmitButton>
      </div>
    </ActionForm>
  )
}
