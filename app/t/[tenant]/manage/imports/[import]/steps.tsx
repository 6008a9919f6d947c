import { Check } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Import } from '@/lib/imports/find-import'
import type { ImportState } from '@/lib/imports/schema'

const steps = ['Upload', 'Columns', 'Check', 'Import']

const reached: Record<ImportState, number> = {
  uploading: 0,
  uploaded: 0,
  inspected: 1,
  previewing: 2,
  previewed: 2,
  committing: 3,
  done: 4,
  failed: 0,
  cancelled: 0,
}

/** Where an import is on its way; nothing for one that was broken off. */
export function Steps({ found }: { found: Import }) {
  if (found.state === 'failed' || found.state === 'cancelled') return null
  const at = reached[found.state]
  return (
    <ol className="mb-6 flex items-center gap-2 text-13">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} className="flex items-center gap-2">
          {index > 0 && <span aria-hidden className="h-px w-4 bg-line-strong sm:w-10" />}
          <span
            className={cn(
              'grid size-5 place-items-center rounded-full border text-xs font-medium tabular-nums',
              index < at && 'border-accent bg-accent text-accent-contrast',
              index === at && 'border-accent text-accent-ink',
              index > at && 'text-faint',
            )}
          >
            {index < at ? <Check aria-hidden className="size-3" /> : index + 1}
          </span>
          <span className={index === at ? 'font-medium' : 'text-muted max-sm:sr-only'}>
            {step}
            {index < at && <span className="sr-only"> (done)</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
