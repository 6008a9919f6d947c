import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processCommand } from './process-command'

/**
 * Takes a data folder for this process: ends a server whose keeper has gone, and clears a lock file whose process is
 * gone or another's.
 * @throws when another living process keeps a server on it
 */
export async function takeDataFolder(dataDir: string): Promise<void> {
  const keeperFile = `${dataDir}.keeper`
  const server = readNumber(join(dataDir, 'postmaster.pid'))
  if (server && servesFolder(server, dataDir)) {
    const keeper = readNumber(keeperFile)
    if (keeper && keeper !== process.pid && processCommand(keeper)) {
      throw new Error(`Process ${keeper} keeps the database of this checkout open; stop it first`)
    }
    await endServer(server, dataDir)
  }
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
  writeFileSync(keeperFile, String(process.pid))
}

async function endServer(pid: number, dataDir: string): Promise<void> {
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 20_000
  while (servesFolder(pid, dataDir)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) on ${dataDir} does not stop`)
    await sleep(100)
  }
}

function servesFolder(pid: number, dataDir: string): boolean {
  const command = processCommand(pid)
  return command.includes('postgres') && command.includes(dataDir)
}

function readNumber(file: string): number | undefined {
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined : undefined
}
