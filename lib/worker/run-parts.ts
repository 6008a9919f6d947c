import { log } from '@/lib/log/log'

/**
 * Does the parts of a round one after the other. One that fails is logged and does not keep the others from being
 * done; the round is then tried again as a whole, which every part bears.
 * @throws an AggregateError of what failed, at the end
 */
export async function runParts(parts: Record<string, () => Promise<unknown>>): Promise<void> {
  const errors: unknown[] = []
  for (const [part, run] of Object.entries(parts)) {
    try {
      log().info({ part, result: await run() }, 'part of a round done')
    } catch (error) {
      log().error({ part, err: error }, 'part of a round failed')
      errors.push(error)
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} parts of the round failed`)
}
