import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { projectRoot, statePath } from '@/lib/dev/paths'

/**
 * Path of a Chromium for browser tests: CHROMIUM_PATH, else the one that came with the packages, unpacked once into the
 * state folder. Where the system lacks the libraries it wants, those that came with it are put on its path.
 */
export async function findBrowser(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const home = statePath('browser')
  if (!existsSync(home)) await unpack(home)
  if (!existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_PATH ??= join(home, 'fonts')
  const libraries = join(home, 'al2023', 'lib')
  if (existsSync(libraries)) process.env.LD_LIBRARY_PATH ??= libraries
  return join(home, 'chromium')
}

async function unpack(home: string): Promise<void> {
  const draft = `${home}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const usual = process.env.TMPDIR
  // The package unpacks into the temporary folder and takes whatever is there already, complete or not.
  process.env.TMPDIR = draft
  try {
    const binary = await chromium.executablePath()
    if (!starts(binary))
      await inflate(join(projectRoot, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  if (existsSync(home)) rmSync(draft, { recursive: true })
  else renameSync(draft, home)
}

function starts(binary: string): boolean {
  try {
    execFileSync(binary, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
