import { Status } from '@/components/ui/badge'
import { Instant } from '@/components/ui/time'
import type { TimelineStep } from '@/lib/accounts/read-customer'
import { accountStateChoices } from '@/lib/accounts/states'

const causes: Record<string, string> = {
  opened: 'The company was created',
  trial_ended: 'The trial ended',
  grace_ended: 'The time to pay ran out',
  period_ended: 'The paid period ended',
  payment_method_added: 'A payment method was added',
  payment_method_removed: 'The payment method was removed',
  invoice_failed: 'A payment failed',
  invoice_paid: 'An invoice was paid',
  admin_suspended: 'An admin suspended it',
  admin_reactivated: 'An admin reactivated it',
  trial_extended: 'An admin extended the trial',
  cancel_requested: 'The company cancelled',
  cancel_withdrawn: 'The company withdrew its cancellation',
}

/** What became of a company's account, the latest first. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  if (steps.length === 0) return <p className="p-4 text-muted">Nothing has happened yet.</p>
  return (
    <ol className="divide-y">
      {steps.map(step => {
        const state = accountStateChoices.find(choice => choice.value === step.to)
        return (
          <li key={step.id} className="flex gap-4 px-4 py-2.5 text-13">
            <span className="w-24 shrink-0 font-medium">
              <Status tone={state?.tone}>{state?.label ?? step.to}</Status>
            </span>
            <div className="min-w-0">
              <p className="break-words">
                {causes[step.event] ?? step.event}
                {step.reason && `: “${step.reason}”`}
              </p>
              <p className="text-muted">
                <Instant at={step.at} zone="UTC" zoned />
                {step.admin && ` · ${step.admin}`}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
