'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addHomeownerAction } from '@/app/t/[tenant]/manage/homeowners/actions'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Duplicate } from '@/lib/homeowners/find-duplicates'
import { HomeownerFields } from './homeowner-fields'

function Duplicates({ found }: { found: Duplicate[] }) {
  return (
    <Notice tone="caution" live title="Is it one of these?">
      <ul className="my-1 flex flex-col gap-1">
        {found.map(one => (
          <li key={one.id}>
            <Link
              href={`/manage/homeowners/${one.id}`}
              className="font-medium text-ink underline underline-offset-4"
            >
              {one.name}
            </Link>{' '}
            {one.email && <span>{one.email} </span>}
            <span>
              (same {one.by === 'email' ? 'email address' : 'name'}
              {one.archived && ', archived'})
            </span>
          </li>
        ))}
      </ul>
      Nothing has been saved yet. Open the record, or add a separate person below.
    </Notice>
  )
}

/** The form for a new homeowner; like people on record are shown before a second record is made. */
export function AddHomeownerForm({ guest }: { guest: boolean }) {
  const router = useRouter()
  const [duplicates, setDuplicates] = useState<Duplicate[]>([])
  return (
    <ActionForm
      action={addHomeownerAction}
      onDone={added => {
        if (added.homeownerId !== null) router.push(`/manage/homeowners/${added.homeownerId}`)
        else setDuplicates(added.duplicates)
      }}
    >
      <HomeownerFields focusName guest={guest} />
      {duplicates.length > 0 && <Duplicates found={duplicates} />}
      <FormActions>
        {duplicates.length > 0 ? (
          <SubmitButton name="anyway" value="on">
            Add as a separate person
          </SubmitButton>
        ) : (
          <SubmitButton>Add homeowner</SubmitButton>
        )}
        <ButtonLink href="/manage/homeowners" variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
