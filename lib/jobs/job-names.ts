import type { TenantId } from '@/lib/db/in-tenant'

/** Every job: its name and the ids it carries (never content; the tenant is stamped by the database). */
export type JobData = {
  'send-message': { messageId: string }
  'preview-import': { importId: string }
  'commit-import': { importId: string }
  sweep: Record<string, never>
  'check-domain': { domainId: string }
  'publish-name': Record<string, never>
  'test-credential': { versionId: string }
  'tend-credentials': Record<string, never>
  'remind-account': Record<string, never>
  'sync-billing': Record<string, never>
  'send-usage': Record<string, never>
  'compare-bill': Record<string, never>
}

export type JobName = keyof JobData

/** What a handler is told. */
export type Job<N extends JobName> = {
  id: string
  tenantId: TenantId
  data: JobData[N]
  /** Aborted when the worker stops or the job takes too long; a long job then saves its place and throws. */
  signal: AbortSignal
  /** Whether throwing sends the job to the dead letters. */
  lastTry: boolean
}

/** Does one job; throwing makes it wait and try again, and end among the dead letters when its tries are spent. */
export type JobHandler<N extends JobName> = (job: Job<N>) => Promise<void>

export type JobHandlers = { [N in JobName]: JobHandler<N> }

export type QueueRules = {
  retryLimit: number
  retryDelay: number
  retryDelayMax: number
  retryBackoff: boolean
  expireInSeconds: number
  /** How soon a job of a worker that died is given to another. */
  heartbeatSeconds: number
}

const patient: QueueRules = {
  retryLimit: 8,
  retryDelay: 5,
  retryDelayMax: 900,
  retryBackoff: true,
  expireInSeconds: 60,
  heartbeatSeconds: 30,
}

/** Queues and how they retry; delays and expiry in seconds. A spent job moves to the queue `dead-letters`. */
export const queues: Record<JobName, QueueRules> = {
  'send-message': patient,
  'preview-import': { ...patient, retryLimit: 3, expireInSeconds: 900 },
  'commit-import': { ...patient, retryLimit: 5, expireInSeconds: 3600 },
  sweep: { ...patient, retryLimit: 3, expireInSeconds: 300 },
  'publish-name': patient,
  'check-domain': patient,
  'test-credential': { ...patient, retryLimit: 2 },
  'tend-credentials': patient,
  'remind-account': patient,
  'sync-billing': patient,
  'send-usage': { ...patient, expireInSeconds: 300 },
  'compare-bill': patient,
}

export const deadLetters = 'dead-letters'

/** The platform's own rounds, when each is due (cron, UTC): the schedule puts one job into the queue of its name. */
export const rounds = {
  hourly: '7 * * * *',
  nightly: '17 3 * * *',
  'admin-mail': '*/5 * * * *',
} as const
export type RoundName = keyof typeof rounds
