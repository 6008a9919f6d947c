/** The id of an object that Stripe gives as its id or, expanded, as a whole. */
export function idOf(given: string | { id: string } | null | undefined): string | null {
  return typeof given === 'string' ? given : (given?.id ?? null)
}
