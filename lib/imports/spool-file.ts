import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Writes a byte stream to a private temporary file, because a workbook can only be read from its end.
 * @returns the path, and `remove`, which must be called whatever happens
 */
export async function spoolFile(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-import-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'workbook')
  try {
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
    return { path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
