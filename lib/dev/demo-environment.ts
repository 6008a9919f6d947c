import { demoSecrets, demoSettings } from '@/lib/env/demo-values'
import type { DatabaseUrls } from './database-urls'
import type { EmulatorUrls } from './emulators'

interface DemoOptions extends DatabaseUrls {
  port: number
  rootDomain: string
  emulators?: EmulatorUrls
}

/** The complete environment of a server and a worker in the demo, in development and in tests. */
export function demoEnvironment(options: DemoOptions): Record<string, string> {
  const { APP_DATABASE_PASSWORD, PLATFORM_DATABASE_PASSWORD, ADMINISTRATOR_PASSWORD, ...secrets } =
    demoSecrets
  return {
    ...secrets,
    ...demoSettings,
    PORTICO_DEMO: '1',
    AUTH_TRUST_HOST: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: options.adminUrl,
    APP_DATABASE_URL: options.appUrl,
    PLATFORM_DATABASE_URL: options.platformUrl,
    ROOT_DOMAIN: options.rootDomain,
    PORT: String(options.port),
    PUBLIC_ORIGIN: `http://${options.rootDomain}:${options.port}`,
    ...(options.emulators && {
      RESEND_BASE_URL: options.emulators.resend,
      STRIPE_BASE_URL: options.emulators.stripe,
      TWILIO_BASE_URL: options.emulators.twilio,
    }),
  }
}
