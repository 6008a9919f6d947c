/**
 * The condition that a record still is as a form knew it: its `updated_at` reads as `seen`, an ISO instant whose
 * microseconds were cut off on the way to the browser and back.
 */
export function unchangedSince(seen: string): { gte: Date; lt: Date } {
  const from = new Date(seen)
  return { gte: from, lt: new Date(from.getTime() + 1) }
}
