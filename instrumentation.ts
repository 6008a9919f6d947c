/** Next calls this once, before it serves: a wrong environment or too powerful a database role ends the server here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkBeforeServing } = await import('@/lib/db/check-before-serving')
  await checkBeforeServing()
}
