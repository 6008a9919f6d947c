import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Emulator } from './emulator'

const quietMs = 300
// A big account is written less often, so that writing takes at most this part of the time.
const share = 0.1

/** Keeps the account in a file: reads it now, and writes it a moment after each change; returns a last write. */
export function keepSnapshot(emulator: Emulator, file: string): () => void {
  restore(emulator, file)
  let timer: NodeJS.Timeout | undefined
  let wait = quietMs
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const start = performance.now()
    save(emulator, file)
    wait = Math.max(quietMs, (performance.now() - start) / share)
  }
  const before = emulator.store.onChange
  emulator.store.onChange = () => {
    before()
    timer ??= setTimeout(write, wait)
  }
  return write
}

function save(emulator: Emulator, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const text = JSON.stringify({
    origin: emulator.origin,
    clock: emulator.saveClock(),
    dunning: emulator.dunning,
    rows: emulator.store.dump(),
  })
  const draft = `${file}.new`
  writeFileSync(draft, text)
  renameSync(draft, file)
}

// Addresses in the rows follow the emulator to the port it has now.
function restore(emulator: Emulator, file: string): void {
  if (!existsSync(file)) return
  const text = readFileSync(file, 'utf8')
  const { origin } = JSON.parse(text)
  const { rows, clock, dunning } = JSON.parse(text.replaceAll(`"${origin}/`, `"${emulator.origin}/`))
  emulator.store.load(rows)
  emulator.restoreClock(clock)
  emulator.dunning = dunning
}
