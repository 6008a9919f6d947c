/**
 * Resolves with the reason when this process should end: a signal, or the end of the npm that started it, which a
 * plain `kill` of npm would otherwise leave unnoticed.
 */
export function untilAskedToStop(): Promise<string> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    if (!process.env.npm_lifecycle_event) return
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) resolve('npm has ended')
    }, 500).unref()
  })
}
