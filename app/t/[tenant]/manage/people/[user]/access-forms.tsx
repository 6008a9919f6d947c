'use client'

import { changeRoleAction, limitAssociationsAction } from '@/app/t/[tenant]/manage/people/actions'
import { LimitFields } from '@/app/t/[tenant]/manage/people/limit-fields'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { type Role, roleLabels } from '@/lib/auth/permissions'
import type { AssociationName } from '@/lib/people/find-associations'
import { roleNotes } from '@/lib/people/rules'

/** Another role for a person. */
export function RoleForm({ userId, role, offered }: { userId: string; role: Role; offered: Role[] }) {
  return (
    <ActionForm action={changeRoleAction} doneMessage="Role changed" className="max-w-md">
      <input type="hidden" name="userId" value={userId} />
      <SelectField
        name="role"
        label="Role"
        defaultValue={role}
        options={offered.map(value => ({ value, label: roleLabels[value] }))}
        hint={`${roleNotes[role]} A new role takes effect with the next page they open.`}
      />
      <FormActions>
        <SubmitButton variant="secondary">Change role</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}

/** Which associations a person sees. */
export function LimitForm({
  userId,
  scope,
  chosen,
}: {
  userId: string
  scope: 'all' | 'chosen'
  chosen: AssociationName[]
}) {
  return (
    <ActionForm action={limitAssociationsAction} doneMessage="Limit saved" className="max-w-md">
      <input type="hidden" name="userId" value={userId} />
      <LimitFields scope={scope} chosen={chosen} />
      <FormActions>
        <SubmitButton variant="secondary">Save limit</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
