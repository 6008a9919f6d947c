import { chunkBytes } from '@/lib/imports/limits'

const atOnce = 3

/** A refusal of the server, with the sentence to show. */
export class SendRefused extends Error {}

/**
 * Sends a file to the server piece by piece, a few at a time.
 * @returns the id of the import it becomes
 * @throws SendRefused with the server's sentence; the signal's reason when it is stopped
 */
export async function sendFile(
  file: File,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<string> {
  const begun = await ask('/api/imports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileName: file.name, sizeBytes: file.size }),
    signal,
  })
  const { importId } = (await begun.json()) as { importId: string }
  const pieces = Math.ceil(file.size / chunkBytes)
  let next = 0
  let sent = 0
  async function work(): Promise<void> {
    while (next < pieces) {
      const position = next++
      const piece = file.slice(position * chunkBytes, (position + 1) * chunkBytes)
      await ask(`/api/imports/${importId}/chunks/${position}`, { method: 'PUT', body: piece, signal }, 3)
      sent += piece.size
      onProgress(sent)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, pieces) }, work))
  await ask(`/api/imports/${importId}/complete`, { method: 'POST', signal })
  return importId
}

/** Asks the server; a lost connection or a busy server is tried again. */
async function ask(url: string, init: RequestInit, tries = 1): Promise<Response> {
  try {
    const response = await fetch(url, init)
    if (response.ok) return response
    if (response.status < 500 || tries <= 1) {
      const problem = (await response.json().catch(() => null)) as { title?: string } | null
      throw new SendRefused(problem?.title ?? 'The file could not be uploaded. Please try again.')
    }
  } catch (error) {
    if (init.signal?.aborted || error instanceof SendRefused || tries <= 1) throw error
  }
  await new Promise(resolve => setTimeout(resolve, 800))
  return ask(url, init, tries - 1)
}
