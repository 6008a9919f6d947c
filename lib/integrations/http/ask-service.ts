/** What came of trying a key: the service took it, refused it, or did not answer. */
export type KeyCheck = { outcome: 'passed' | 'refused' | 'unreachable'; detail: string }

export type Answer = { status: number; body: unknown }

/** How long a service may take to answer. */
export const patienceMs = 10_000

const largestAnswer = 256 * 1024

/**
 * Asks a service one thing and reads its answer as JSON; never follows it elsewhere.
 * @returns null when it could not be reached in ten seconds
 */
export async function askService(url: string, request: RequestInit): Promise<Answer | null> {
  try {
    const answer = await fetch(url, {
      ...request,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = (await answer.text()).slice(0, largestAnswer)
    return { status: answer.status, body: jsonOf(text) }
  } catch {
    return null
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Turns a service's answer into what came of trying a key. */
export function judgeAnswer(
  service: string,
  answer: Answer | null,
  passed: (body: unknown) => KeyCheck | string,
): KeyCheck {
  if (!answer || answer.status >= 500 || answer.status === 429) {
    const why = answer ? ` (it answered ${answer.status})` : ''
    return { outcome: 'unreachable', detail: `${service} could not be reached${why}.` }
  }
  if (answer.status < 200 || answer.status >= 300) {
    return { outcome: 'refused', detail: `${service} refused the key (${answer.status}).` }
  }
  const told = passed(answer.body)
  return typeof told === 'string' ? { outcome: 'passed', detail: told } : told
}
