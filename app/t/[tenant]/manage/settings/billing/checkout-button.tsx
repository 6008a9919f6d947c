'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { ButtonVariant } from '@/components/ui/button-class'
import { openCheckoutAction } from './actions'

/** Leads to a page of Stripe's. */
export function CheckoutButton({
  page,
  label,
  variant,
}: {
  page: 'add' | 'manage'
  label: string
  variant: ButtonVariant
}) {
  return (
    <ActionForm action={openCheckoutAction}>
      <input type="hidden" name="page" value={page} />
      <SubmitButton variant={variant} size="sm">
        {label}
      </SubmitButton>
    </ActionForm>
  )
}
