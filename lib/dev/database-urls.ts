import { demoSecrets } from '@/lib/env/demo-values'

export interface DatabaseUrls {
  /** The administrator: migrations and tests only. */
  adminUrl: string
  appUrl: string
  platformUrl: string
}

/** The addresses the three roles use for one database; the two servers' roles have their demo passwords unless given. */
export function databaseUrls(
  adminUrl: string,
  given: { appUrl?: string; platformUrl?: string } = {},
): DatabaseUrls {
  return {
    adminUrl,
    appUrl: given.appUrl || withRole(adminUrl, 'portico_app', demoSecrets.APP_DATABASE_PASSWORD),
    platformUrl:
      given.platformUrl || withRole(adminUrl, 'portico_platform', demoSecrets.PLATFORM_DATABASE_PASSWORD),
  }
}

/** The same server and options, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** The password in a database address, if it has one. */
export function passwordIn(url: string): string | undefined {
  return decodeURIComponent(new URL(url).password) || undefined
}

function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.href
}
