import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Ends a server that was left running on a data folder, and clears a lock file whose process is gone or another's.
 * Call only when no living stack uses the folder.
 */
export async function endOrphanedPostgres(dataDir: string): Promise<void> {
  const lockFile = join(dataDir, 'postmaster.pid')
  if (!existsSync(lockFile)) return
  const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0])
  if (!servesFolder(pid, dataDir)) {
    rmSync(lockFile, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 20_000
  while (servesFolder(pid, dataDir)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) on ${dataDir} does not stop`)
    await sleep(100)
  }
}

function servesFolder(pid: number, dataDir: string): boolean {
  const command = pid > 1 ? commandOf(pid) : ''
  return command.includes('postgres') && command.includes(dataDir)
}

function commandOf(pid: number): string {
  try {
    // Slim container images have no `ps`, other systems no /proc.
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
