'use client'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/ui/card'
import { editBillingEmailAction, takeCouponAction } from './actions'

/** Where bills go, and promotion codes. */
export function ContactSection({
  email,
  coupons,
  mayChange,
}: {
  email: string | null
  coupons: { code: string; description: string }[]
  mayChange: boolean
}) {
  return (
    <Section title="Billing details">
      <div className="grid gap-6 sm:grid-cols-2">
        {mayChange ? (
          <ActionForm action={editBillingEmailAction} doneMessage="Saved">
            <TextField
              name="email"
              type="email"
              label="Send bills to"
              hint="Left empty, they go to your first admin."
              autoComplete="email"
              defaultValue={email ?? ''}
              optional
            />
            <div>
              <SubmitButton variant="secondary">Save address</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <p>
            <span className="block text-13 text-muted">Send bills to</span>
            {email ?? 'The first admin'}
          </p>
        )}
        <div className="flex flex-col gap-4">
          {mayChange && (
            <ActionForm
              action={takeCouponAction}
              doneMessage="The code counts from your next bill"
              resetWhenDone
            >
              <TextField name="code" label="Promotion code" autoComplete="off" autoCapitalize="characters" />
              <div>
                <SubmitButton variant="secondary">Use code</SubmitButton>
              </div>
            </ActionForm>
          )}
          {coupons.length > 0 && (
            <ul className="text-13">
              {coupons.map(({ code, description }) => (
                <li key={code}>
                  <span className="font-medium">{code}</span>
                  <span className="text-muted"> · {description}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Section>
  )
}
