import { Check } from 'lucide-react'
import { ActionButton } from '@/components/form/confirm-action'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import type { Onboarding } from '@/lib/onboarding/read-onboarding'
import { dismissOnboardingAction, restoreOnboardingAction } from './onboarding-actions'

function Mark({ done, number }: { done: boolean; number: number }) {
  return (
    <span
      className={cn(
        'grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular-nums',
        done ? 'border-positive-line bg-positive-soft text-positive' : 'border-line-strong text-muted',
      )}
    >
      {done ? <Check aria-label="Done" className="size-3.5" /> : number}
    </span>
  )
}

/** What to do first, ticked off by what is there; the company may put it away. */
export function FirstSteps({ onboarding }: { onboarding: Onboarding }) {
  const { steps, done } = onboarding
  const next = steps.find(step => !step.done)
  return (
    <Section
      title="First steps"
      actions={
        <>
          <span className="text-13 text-muted tabular-nums">
            {done} of {steps.length} done
          </span>
          <ActionButton
            action={dismissOnboardingAction}
            undoAction={restoreOnboardingAction}
            label="Dismiss"
            doneMessage="First steps are put away"
            size="sm"
            variant="ghost"
          />
        </>
      }
      padded={false}
    >
      <ol className="divide-y">
        {steps.map((step, index) => (
          <li key={step.id} className="flex items-start gap-3 px-4 py-3">
            <Mark done={step.done} number={index + 1} />
            <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-56">
                <p className={cn('font-medium', step.done && 'text-muted')}>{step.title}</p>
                {!step.done && <p className="text-13 text-muted">{step.detail}</p>}
              </div>
              {!step.done && (
                <ButtonLink href={step.href} size="sm" variant={step === next ? 'primary' : 'secondary'}>
                  {step.label}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
