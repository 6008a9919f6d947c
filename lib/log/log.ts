import pino, { type Logger } from 'pino'
import { env } from '@/lib/env/env'

let logger: Logger | undefined

/**
 * An error without the database's `detail`, which quotes people's data (`Key (email)=(…) already exists`), and without
 * the request that failed, whose headers hold keys.
 */
function withoutDetail(error: Error) {
  const { detail: _, meta: __, config: ___, request: ____, ...rest } = pino.stdSerializers.err(error)
  return rest
}

/** Fields that hold secrets, wherever a log line carries them. */
const secret = [
  'password',
  'token',
  'authToken',
  'apiKey',
  'secret',
  'secretKey',
  'webhookSecret',
  'hookUrl',
  'values',
  'cookie',
  'authorization',
]
const levels = ['', '*.', '*.*.', '*.*.*.']

/** The process's structured log, one JSON line an event, with everything secret removed. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    serializers: { err: withoutDetail },
    redact: levels.flatMap(level => secret.map(name => level + name)),
  })
  return logger
}
