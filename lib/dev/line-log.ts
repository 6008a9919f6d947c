const colours = { database: 34, vendors: 35, build: 36, web: 32, worker: 33 } as const

export type LogSource = keyof typeof colours

/** A function that prints lines of one service behind its name, coloured on a terminal. */
export function lineLog(source: LogSource): (line: string) => void {
  const label = source.padEnd(8)
  const prefix = process.stdout.isTTY ? `\x1b[${colours[source]}m${label}\x1b[0m │ ` : `${label} | `
  return line => {
    if (line.trim()) process.stdout.write(`${prefix}${line}\n`)
  }
}
