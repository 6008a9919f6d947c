import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { demoSecrets } from '@/lib/env/demo-values'
import { findPort } from './find-port'
import { findPostgresHome, type PostgresHome } from './postgres-home'
import { takeDataFolder } from './take-data-folder'
import { startTethered, type Tethered } from './tethered-process'

export interface RunningPostgres {
  /** Address of the superuser's connection to a database of this cluster. */
  adminUrl(database: string): string
  exited: Promise<number>
  stop(): Promise<void>
}

interface PostgresOptions {
  /** Name of the data folder in the state folder. */
  name: string
  /** Throw-away: not flushed to disk, removed at the end. */
  ephemeral?: boolean
  log: (line: string) => void
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
const unsafeButQuick = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '4GB',
}

/** Starts the embedded PostgreSQL, which ends with this process; its data and its port are kept unless ephemeral. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const home = await findPostgresHome()
  const dataDir = join(home.dataHome, options.ephemeral ? `${options.name}-${randomUUID()}` : options.name)
  if (!options.ephemeral) await takeDataFolder(dataDir)
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await createCluster(home, dataDir)
  const port = await choosePort(options.ephemeral ? undefined : `${dataDir}.port`)
  const flags = { ...settings, ...(options.ephemeral ? unsafeButQuick : {}) }
  const server = startTethered({
    command: home.postgres,
    args: [
      '-D',
      dataDir,
      '-p',
      String(port),
      ...Object.entries(flags).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    // Fast shutdown: ends sessions, keeps the data.
    stopSignal: 'SIGINT',
    graceMs: 30_000,
    account: home.account,
    removeAfter: options.ephemeral ? dataDir : undefined,
    log: options.log,
  })
  const adminUrl = (database: string) =>
    `postgres://postgres:${demoSecrets.ADMINISTRATOR_PASSWORD}@127.0.0.1:${port}/${database}`
  await untilReady(server, adminUrl('postgres'))
  return { adminUrl, exited: server.exited, stop: server.stop }
}

async function createCluster(home: PostgresHome, dataDir: string): Promise<void> {
  // Made beside its place and moved there when complete, so that an interrupted start leaves nothing half made.
  const draft = `${dataDir}.new`
  rmSync(draft, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${dataDir}.password`
  writeFileSync(passwordFile, demoSecrets.ADMINISTRATOR_PASSWORD, { mode: 0o600 })
  for (const path of home.account ? [draft, passwordFile] : []) {
    chownSync(path, home.account?.uid ?? 0, home.account?.gid ?? 0)
  }
  const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await promisify(execFile)(
      home.initdb,
      [`--pgdata=${draft}`, '--no-sync', ...flags, ...locale],
      home.account,
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, dataDir)
}

async function choosePort(memory: string | undefined): Promise<number> {
  const remembered = memory && existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0
  const port = await findPort(remembered)
  if (memory) writeFileSync(memory, String(port))
  return port
}

async function untilReady(server: Tethered, url: string): Promise<void> {
  const ended = server.exited.then(code => ({ code }))
  const deadline = Date.now() + 60_000
  for (;;) {
    if (await answers(url)) return
    const outcome = await Promise.race([ended, sleep(50)])
    if (outcome)
      throw new Error(`PostgreSQL ended while starting (exit code ${outcome.code}); its log says why`)
    if (Date.now() > deadline) {
      await server.stop()
      throw new Error('PostgreSQL did not accept connections within a minute')
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  // A connection refused while starting is reported by connect() as well.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Removes the data of a server that is not running. */
export async function removePostgres(name: string): Promise<void> {
  const { dataHome } = await findPostgresHome()
  const dataDir = join(dataHome, name)
  await takeDataFolder(dataDir)
  for (const suffix of ['', '.port', '.keeper']) rmSync(dataDir + suffix, { recursive: true, force: true })
}
