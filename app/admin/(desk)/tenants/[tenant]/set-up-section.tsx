import { ChevronDown } from 'lucide-react'
import { Status, type Tone } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Instant } from '@/components/ui/time'
import type { SetUp } from '@/lib/tenants/list-runs'
import { type ProvisioningStep, provisioningSteps } from '@/lib/tenants/rules'

const outcomes: Record<string, { label: string; tone: Tone }> = {
  done: { label: 'Done', tone: 'positive' },
  skipped: { label: 'Not needed', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'critical' },
  undone: { label: 'Taken back', tone: 'caution' },
}
const underWay = { label: 'Under way', tone: 'info' as const }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const vias: Record<string, string> = {
  'sign-up': 'Signed up',
  dashboard: 'By an admin',
  api: 'Through the API',
}

/** How a company was set up, step by step; the steps are folded away where all went well. */
export function SetUpSection({ run }: { run: SetUp }) {
  const well = run.steps.every(({ outcome }) => outcome === 'done' || outcome === 'skipped')
  return (
    <Section
      title="Set-up"
      description={
        <>
          {vias[run.via]} · <Instant at={run.startedAt} zone="UTC" zoned />
        </>
      }
      padded={false}
    >
      {well ? (
        <details className="group">
          <summary className="flex items-center gap-2 px-4 py-2.5 text-13 hover:bg-hover focus-visible:-outline-offset-2">
            <Status tone="positive">All {run.steps.length} steps done</Status>
            <ChevronDown aria-hidden className="ml-auto size-4 text-muted group-open:rotate-180" />
          </summary>
          <Steps run={run} className="border-t" />
        </details>
      ) : (
        <Steps run={run} />
      )}
    </Section>
  )
}

function Steps({ run, className }: { run: SetUp; className?: string }) {
  return (
    <ol className={cn('divide-y', className)}>
      {run.steps.map(({ step, outcome, ms, errorId }) => {
        const { label, tone } = outcomes[outcome ?? ''] ?? underWay
        return (
          <li key={step} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-13">
            <span className="min-w-0 flex-1">
              {capital(provisioningSteps[step as ProvisioningStep] ?? step)}
              {errorId && <code className="block text-xs text-muted">{errorId}</code>}
            </span>
            <span className="text-muted tabular-nums">{ms !== null && `${ms} ms`}</span>
            <Status tone={tone}>{label}</Status>
          </li>
        )
      })}
    </ol>
  )
}
