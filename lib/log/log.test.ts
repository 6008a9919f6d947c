import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { projectRoot } from '@/lib/dev/paths'

const nowhere = 'postgres://nobody@127.0.0.1:1/nothing'
const urls = { adminUrl: nowhere, appUrl: nowhere, platformUrl: nowhere }

/** Runs a line of code with `log` at hand in a process of its own, and reads what it wrote. */
function written(code: string): string {
  const script = `import { log } from '@/lib/log/log'\n${code}`
  return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: projectRoot,
    env: {
      ...process.env,
      LOG_LEVEL: 'info',
      ...demoEnvironment({ ...urls, port: 3000, rootDomain: 'localhost' }),
    },
    encoding: 'utf8',
  })
}

describe('the log', () => {
  it('holds no secret, however deep a line carries it, and the rest', () => {
    const text = written(`
      const key = { apiKey: 'SEALED-1', secretKey: 'SEALED-2', authToken: 'SEALED-3', accountSid: 'AC1' }
      log().info({ ...key, password: 'SEALED-4' }, 'plain')
      log().info({ key, opened: { values: key, provider: 'stripe' } }, 'nested')
      log().info({ request: { headers: { authorization: 'SEALED-5', cookie: 'SEALED-6' } } }, 'headers')
      const failed = Object.assign(new Error('refused'), { config: { auth: 'SEALED-7' }, request: 'SEALED-8', status: 401 })
      log().error({ err: failed }, 'vendor')
    `)
    expect(text).not.toContain('SEALED')
    expect(text.match(/AC1/g)).toHaveLength(2)
    for (const word of ['plain', 'nested', 'headers', 'vendor', 'refused', '401', 'stripe'])
      expect(text).toContain(word)
  })
})
