import pino, { type Logger } from 'pino'
import { env } from '@/lib/env/env'

let logger: Logger | undefined

/** The process's structured log, one JSON line an event, with everything secret removed. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    redact: ['password', 'token', '*.password', '*.token', 'headers.cookie', 'headers.authorization'],
  })
  return logger
}
