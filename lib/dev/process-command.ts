import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The command line a living process was started with; empty when there is no such process. */
export function processCommand(pid: number): string {
  if (!(pid > 1)) return ''
  try {
    // Slim container images have no `ps`, other systems no /proc.
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
