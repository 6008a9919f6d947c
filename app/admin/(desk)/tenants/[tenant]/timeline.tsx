import { Instant } from '@/components/ui/time'
import type { TimelineStep } from '@/lib/accounts/read-customer'
import { accountStateChoices } from '@/lib/accounts/states'

const word = (state: string) => accountStateChoices.find(choice => choice.value === state)?.label ?? state

const causes: Record<string, string> = {
  opened: 'the company was created',
  trial_ended: 'the trial ended',
  grace_ended: 'the time to pay ran out',
  period_ended: 'the paid period ended',
  payment_method_added: 'a payment method was added',
  payment_method_removed: 'the payment method was removed',
  invoice_failed: 'a payment failed',
  invoice_paid: 'an invoice was paid',
  admin_suspended: 'an admin suspended it',
  admin_reactivated: 'an admin reactivated it',
  trial_extended: 'an admin extended the trial',
  cancel_requested: 'the company cancelled',
  cancel_withdrawn: 'the company withdrew its cancellation',
}

/** What became of a company's account, the latest first. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol className="flex flex-col gap-3 border-l pl-4 text-13">
      {steps.map(step => (
        <li key={step.id}>
          <p>
            <span className="font-medium">{word(step.to)}</span>
            {step.from && <span className="text-muted"> after {word(step.from)}</span>}:{' '}
            {causes[step.event] ?? step.event}
            {step.reason && <span className="break-words"> (“{step.reason}”)</span>}
          </p>
          <p className="text-muted">
            <Instant at={step.at} zone="UTC" zoned />
            {step.admin && ` · ${step.admin}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
