import { type Refusal, refuse } from '@/lib/action/result'

// Whole seconds below a minute, else minutes rounded up.
function waitWords(seconds: number): string {
  const [count, unit] = seconds < 60 ? [Math.max(1, seconds), 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Refuses with the time to wait. */
export function refuseTooMany(seconds: number): Refusal {
  return refuse('too_many', { params: { wait: waitWords(seconds) } })
}
