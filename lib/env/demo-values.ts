/**
 * Secrets that `npm run demo`, `npm run dev` and the tests start with. They are public, so a production server
 * refuses every one of them unless it is the demo itself (PORTICO_DEMO=1).
 */
export const demoSecrets = {
  NEXTAUTH_SECRET: 'portico-demo-session-secret-never-for-production',
  APP_DATABASE_PASSWORD: 'portico-demo-app',
  PLATFORM_DATABASE_PASSWORD: 'portico-demo-platform',
  ADMINISTRATOR_PASSWORD: 'portico-demo-administrator',
  RESEND_API_KEY: 're_portico_demo',
  RESEND_WEBHOOK_SECRET: 'whsec_cG9ydGljby1kZW1vLXJlc2VuZC13ZWJob29r',
  TWILIO_AUTH_TOKEN: 'portico_demo_twilio_token',
  STRIPE_SECRET_KEY: 'sk_test_portico_demo',
  STRIPE_WEBHOOK_SECRET: 'whsec_portico_demo_stripe',
  VAULT_KEYS: 'demo:cG9ydGljby1kZW1vLXZhdWx0LWtleS0zMi1ieXRlcyE=',
} as const

/** Settings of the demo that are not secret: sender addresses and the emulated SMS account. */
export const demoSettings = {
  MAIL_FROM: 'Portico <notices@mail.portico.example>',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_FROM: '+15550006789',
} as const

/** The key of the authenticator app of the demo's platform admins, in base 32. */
export const demoFactorKey = 'PORT2CO7DEMOWARMPAPERARCHES22345'

/** The password of everybody in the demo's companies. */
export const demoPassword = 'warm-paper-arches'
