import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until the answer is something; fails after `seconds`. */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  seconds = 15,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(`Nothing came of it in ${seconds} s: ${ask}`)
    await sleep(50)
  }
}
