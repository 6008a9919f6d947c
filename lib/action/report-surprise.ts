import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import { log } from '@/lib/log/log'

/** What the visitor is shown of a surprise: its id and nothing else. */
export class Surprise extends Error {
  constructor(readonly digest: string) {
    super(`Something went wrong. Reference: ${digest}`)
  }
}

/** Whether an error is none of the ways in which Next ends a page: a redirect, not found, forbidden. */
export function isSurprise(error: unknown): boolean {
  try {
    unstable_rethrow(error)
    return true
  } catch {
    return false
  }
}

/** Runs `work`; an unexpected error is logged under an id, and only that id is thrown on. */
export async function reportSurprises<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    unstable_rethrow(error)
    const id = randomUUID()
    log().error({ err: error, id }, 'surprise')
    throw new Surprise(id)
  }
}
