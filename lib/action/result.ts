import { type Reason, reasons } from './reasons'

export type Refusal = {
  ok: false
  reason: Reason
  /** The sentence for people, already filled in. */
  message: string
  /** Sentences to show beside fields, by field name. */
  fields?: Record<string, string>
  /** Where the way out is, such as a larger plan. */
  link?: { href: string; label: string }
}

export type Result<T = null> = { ok: true; value: T } | Refusal

/** Answers that it was done, with what came of it. */
export function ok(): { ok: true; value: null }
export function ok<T>(value: T): { ok: true; value: T }
export function ok<T>(value?: T) {
  return { ok: true as const, value: value ?? null }
}

/** Answers with an expected refusal, its sentence filled from `params`. */
export function refuse(
  reason: Reason,
  more: Pick<Refusal, 'fields' | 'link'> & { params?: Record<string, string | number> } = {},
): Refusal {
  const filled = reasons[reason].message.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(more.params?.[name] ?? ''),
  )
  // What was filled in may bring the stop that the sentence ends in.
  const message = filled.replace(/(?<=[.!?])\.$/, '')
  const { fields, link } = more
  return { ok: false, reason, message, ...(fields && { fields }), ...(link && { link }) }
}
