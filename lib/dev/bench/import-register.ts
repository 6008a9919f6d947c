import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { databaseUrls, withDatabase } from '@/lib/dev/database-urls'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { projectRoot } from '@/lib/dev/paths'
import { prepareDatabase } from '@/lib/dev/prepare-database'
import { workerMemory } from '@/lib/dev/process-memory'
import type { Figure } from './measure'

const run = promisify(execFile)
const database = 'portico_import_bench'
const mostMb = 300

type Taken = {
  rows: number
  units: number
  equal: boolean
  previewMs: number
  commitMs: number
  peakMb: number
}

/** (e) A register of 25,808 associations imported by a process like the worker: rows a second and peak memory. */
export async function benchImport(adminUrl: string): Promise<Figure[]> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${database} with (force)`)
  await admin.query(`create database ${database}`)
  try {
    const urls = databaseUrls(withDatabase(adminUrl, database))
    await prepareDatabase(urls)
    const env = { ...process.env, ...demoEnvironment({ ...urls, port: 3000, rootDomain: 'localhost' }) }
    const args = [...workerMemory, '--import', 'tsx', 'lib/dev/bench/import-once.ts']
    const { stdout } = await run(process.execPath, args, { cwd: projectRoot, env, maxBuffer: 1 << 24 })
    return figures(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Taken)
  } finally {
    await admin.query(`drop database if exists ${database} with (force)`)
    await admin.end()
  }
}

function figures({ rows, units, equal, previewMs, commitMs, peakMb }: Taken): Figure[] {
  const speed = (ms: number) => `${Math.round(rows / (ms / 1000)).toLocaleString('en-US')} rows/s`
  const told = `${rows.toLocaleString('en-US')} rows, ${units.toLocaleString('en-US')} units`
  return [
    { what: `(e) dry run of a register of ${told}`, p50: speed(previewMs), p99: '' },
    {
      what: '(e) its commit, control totals equal',
      p50: speed(commitMs),
      p99: '',
      bound: 'equal',
      held: equal,
    },
    {
      what: '(e) peak memory',
      p50: `${Math.round(peakMb)} MB`,
      p99: '',
      bound: `< ${mostMb} MB`,
      held: peakMb < mostMb,
    },
  ]
}
