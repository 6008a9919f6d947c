import { installJobs } from '@/lib/jobs/install-jobs'
import type { DatabaseUrls } from './database-urls'
import { passwordIn } from './database-urls'
import { migrate } from './migrate'

/**
 * Brings a database up to date: roles, migrations, job queues.
 * @returns names of the migrations applied now
 */
export async function prepareDatabase(urls: DatabaseUrls, log?: (line: string) => void): Promise<string[]> {
  const applied = await migrate({
    adminUrl: urls.adminUrl,
    appPassword: passwordIn(urls.appUrl),
    platformPassword: passwordIn(urls.platformUrl),
    log,
  })
  await installJobs(urls)
  return applied
}
