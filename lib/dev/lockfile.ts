interface LockedPackage {
  version?: string
  optionalDependencies?: Record<string, string>
}

export interface Lockfile {
  packages: Record<string, LockedPackage>
}

/** A build for another platform that the lock file does not mention although a locked package names it. */
export interface MissingBuild {
  name: string
  version: string
}

/**
 * Finds what npm leaves out of a lock file when its registry lacks the builds for other platforms; `npm ci` then
 * refuses the whole file.
 */
export function findMissingBuilds({ packages }: Lockfile): MissingBuild[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version })),
  )
}

/** The lock file's entry of such a build: which machine it is for, so that others never fetch it. */
export function describeBuild({ name, version }: MissingBuild): Record<string, unknown> {
  const words = name.split(/[/-]/)
  const pick = (known: string[]) => known.filter(word => words.includes(word))
  const os = pick(['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony', 'sunos'])
  const cpu = pick(['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'])
  const libc = words.some(word => word.startsWith('musl')) ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  if (os.length === 0 && cpu.length === 0) throw new Error(`${name}: its name tells no platform`)
  return {
    version,
    optional: true,
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    ...(os.length > 0 && { os }),
  }
}
