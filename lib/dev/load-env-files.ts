import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { projectRoot } from './paths'

/** Reads `.env.local` and `.env` into the environment, as Next does; what is set already stays. */
export function loadEnvFiles(): void {
  for (const name of ['.env.local', '.env']) {
    const path = join(projectRoot, name)
    if (existsSync(path)) loadEnvFile(path)
  }
}
