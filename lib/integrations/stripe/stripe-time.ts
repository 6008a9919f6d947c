/** An instant as Stripe writes it: whole seconds since 1970. */
export function toStripeTime(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}

/** An instant that Stripe wrote. */
export function fromStripeTime(seconds: number): Date
export function fromStripeTime(seconds: number | null | undefined): Date | null
export function fromStripeTime(seconds: number | null | undefined): Date | null {
  return typeof seconds === 'number' ? new Date(seconds * 1000) : null
}
