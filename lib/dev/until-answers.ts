import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits until a server answers with anything but a server error.
 * @throws after `seconds`, or at once when the server's process ends
 */
export async function untilAnswers(url: string, exited: Promise<number>, seconds: number): Promise<void> {
  const ended = exited.then(code => ({ code }))
  const deadline = Date.now() + seconds * 1000
  let last = 'nothing listens'
  while (Date.now() < deadline) {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) }).catch(
      () => undefined,
    )
    if (response && response.status < 500) return
    if (response) last = `it answers ${response.status}`
    const outcome = await Promise.race([ended, sleep(200)])
    if (outcome) throw new Error(`The server ended while starting (exit code ${outcome.code})`)
  }
  throw new Error(`No answer from ${url} within ${seconds} s: ${last}`)
}
