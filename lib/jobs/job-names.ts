/** Every job: its name and the ids it carries (never content; the tenant is stamped by the database). */
export type JobData = {
  'send-message': { messageId: string }
  'preview-import': { importId: string }
  'commit-import': { importId: string }
}

export type JobName = keyof JobData

type QueueRules = { retryLimit: number; retryDelay: number; retryBackoff: boolean; expireInSeconds: number }

const patient: QueueRules = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 }

/** Queues and how they retry; delays and expiry in seconds. A spent job moves to the queue `dead-letters`. */
export const queues: Record<JobName, QueueRules> = {
  'send-message': patient,
  'preview-import': { ...patient, retryLimit: 3, expireInSeconds: 900 },
  'commit-import': { ...patient, retryLimit: 5, expireInSeconds: 3600 },
}

export const deadLetters = 'dead-letters'
