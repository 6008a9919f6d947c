'use client'

import { useRouter } from 'next/navigation'
import { inviteColleagueAction } from '@/app/t/[tenant]/manage/people/actions'
import { LimitFields } from '@/app/t/[tenant]/manage/people/limit-fields'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'
import { roleLabels } from '@/lib/auth/permissions'
import { colleagueRoles, roleNotes } from '@/lib/people/rules'

/** Who is invited, into which role, for which associations. */
export function InviteForm({ mayMakeAdmins }: { mayMakeAdmins: boolean }) {
  const router = useRouter()
  const offered = colleagueRoles.filter(role => mayMakeAdmins || role !== 'admin')
  return (
    <ActionForm
      action={inviteColleagueAction}
      doneMessage="Invitation on its way"
      onDone={({ userId }) => router.push(`/manage/people/${userId}`)}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label="Name" autoComplete="off" autoFocus />
        <TextField name="email" label="Email" type="email" autoComplete="off" />
        <TextField name="phone" label="Phone" type="tel" autoComplete="off" optional />
      </div>
      <RadioField
        name="role"
        label="Role"
        defaultValue="staff"
        choices={offered.map(role => ({
          value: role,
          label: roleLabels[role],
          description: roleNotes[role],
        }))}
      />
      <LimitFields scope="all" chosen={[]} />
      <FormActions>
        <SubmitButton>Send invitation</SubmitButton>
        <ButtonLink href="/manage/people" variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
