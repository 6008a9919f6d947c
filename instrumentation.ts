/** Next calls this once, before it serves: a wrong environment or too powerful a database role ends the server here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkBeforeServing } = await import('@/lib/db/check-before-serving')
  await checkBeforeServing()
  const { flushAtExit } = await import('@/lib/api-calls/flush-at-exit')
  flushAtExit()
  const { recordWhileServing } = await import('@/lib/metrics/record-while-serving')
  recordWhileServing()
}
