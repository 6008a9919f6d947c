import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeBuild, findMissingBuilds } from './lockfile'
import { projectRoot } from './paths'

describe('package-lock.json', () => {
  it('names the builds for every platform, so that npm ci takes it (else: npm run lock)', () => {
    const lockfile = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'))
    expect(findMissingBuilds(lockfile)).toEqual([])
  })
})

describe('findMissingBuilds', () => {
  it('finds what a locked package names and the file does not have', () => {
    const packages = {
      'node_modules/tool': {
        optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0' },
      },
      'node_modules/tool-linux-x64': { version: '1.0.0' },
    }
    expect(findMissingBuilds({ packages })).toEqual([{ name: 'tool-darwin-arm64', version: '1.0.0' }])
  })
})

describe('describeBuild', () => {
  it.each([
    ['@scope/tool-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@scope/tool-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@scope/tool-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
    ['@scope/tool-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('reads the platform off the name %s', (name, platform) => {
    expect(describeBuild({ name, version: '1.0.0' })).toEqual({
      version: '1.0.0',
      optional: true,
      ...platform,
    })
  })

  it('refuses a name that tells none, which would be installed everywhere', () => {
    expect(() => describeBuild({ name: 'tool', version: '1.0.0' })).toThrow('tells no platform')
  })
})
