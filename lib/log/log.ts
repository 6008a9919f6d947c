import pino, { type Logger } from 'pino'
import { env } from '@/lib/env/env'

let logger: Logger | undefined

/** An error without the database's `detail`, which quotes people's data: `Key (email)=(…) already exists`. */
function withoutDetail(error: Error) {
  const { detail: _, meta: __, ...rest } = pino.stdSerializers.err(error)
  return rest
}

/** The process's structured log, one JSON line an event, with everything secret removed. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    serializers: { err: withoutDetail },
    redact: ['password', 'token', '*.password', '*.token', 'headers.cookie', 'headers.authorization'],
  })
  return logger
}
