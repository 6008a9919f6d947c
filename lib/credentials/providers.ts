/** The services of which a company may keep keys. */
export const providers = ['resend', 'twilio', 'stripe', 'smtp', 'hostaway', 'pea', 'zapier'] as const
export type Provider = (typeof providers)[number]

export type KeyField = {
  label: string
  /** What is shown of it afterwards: all of it, its last four characters, or nothing. */
  shown: 'whole' | 'tail' | 'nothing'
  hint?: string
  placeholder?: string
  optional?: boolean
  choices?: readonly string[]
}

type About = {
  name: string
  kind: string
  /** What the product does with it today, said plainly. */
  use: string
  /** Whether the product uses it today, once it was tried. */
  inUse: boolean
  /** The service that serves instead as long as the company has a key of it in use; lib/messaging goes by the same. */
  yieldsTo?: Provider
  /** What a test does; null where the service offers nothing to ask. */
  test: string | null
  fields: Readonly<Record<string, KeyField>>
}

/** Each service: what it is for and what its key consists of. */
export const providerTable: Readonly<Record<Provider, About>> = {
  resend: {
    name: 'Resend',
    kind: 'Email',
    use: 'With a key of your own, your emails go out from your account instead of Portico’s. A mail server of your own (SMTP) comes before it.',
    inUse: true,
    yieldsTo: 'smtp',
    test: 'Lists the domains of your Resend account, to see that the sender’s is verified.',
    fields: {
      apiKey: { label: 'API key', shown: 'tail', placeholder: 're_…' },
      from: {
        label: 'Sender address',
        shown: 'whole',
        hint: 'On a domain you verified at Resend.',
        placeholder: 'notices@example.com',
      },
      webhookSecret: {
        label: 'Webhook signing secret',
        shown: 'tail',
        optional: true,
        hint: 'Without it, Resend cannot tell us whether emails arrived.',
        placeholder: 'whsec_…',
      },
    },
  },
  twilio: {
    name: 'Twilio',
    kind: 'Texts',
    use: 'With an account of your own, your texts go out from its number instead of Portico’s.',
    inUse: true,
    test: 'Looks up your Twilio account.',
    fields: {
      accountSid: { label: 'Account SID', shown: 'whole', placeholder: 'AC…' },
      authToken: { label: 'Auth token', shown: 'tail' },
      from: { label: 'Sender number', shown: 'whole', placeholder: '+13055550123' },
    },
  },
  stripe: {
    name: 'Stripe',
    kind: 'Payments',
    use: 'Kept for payments from homeowners and guests; Portico does not take those yet. What you pay Portico does not pass through it.',
    inUse: false,
    test: 'Asks Stripe for one customer, of whom nothing is kept.',
    fields: {
      secretKey: { label: 'Secret key', shown: 'tail', placeholder: 'sk_live_…' },
      webhookSecret: {
        label: 'Webhook signing secret',
        shown: 'tail',
        optional: true,
        placeholder: 'whsec_…',
      },
    },
  },
  smtp: {
    name: 'SMTP',
    kind: 'Email server',
    use: 'With a mail server of your own, your emails go out through it; it comes before a key of Resend. It does not report back, so the log says “Sent” and no more.',
    inUse: true,
    test: 'Connects to the server, encrypts and signs in; sends nothing.',
    fields: {
      host: { label: 'Server', shown: 'whole', placeholder: 'smtp.example.com' },
      port: {
        label: 'Port',
        shown: 'whole',
        choices: ['587', '465', '2525', '25'],
        hint: '465 is encrypted from the start, the others once connected.',
      },
      username: { label: 'User name', shown: 'whole' },
      password: { label: 'Password', shown: 'nothing' },
      from: {
        label: 'Sender address',
        shown: 'whole',
        hint: 'One the server lets this user send from. What comes back as undeliverable goes there.',
        placeholder: 'notices@example.com',
      },
    },
  },
  hostaway: {
    name: 'Hostaway',
    kind: 'Rental channels',
    use: 'Kept and tested for listings and bookings; Portico does not read them yet.',
    inUse: false,
    test: 'Asks Hostaway for an access token and keeps none.',
    fields: {
      accountId: { label: 'Account ID', shown: 'whole' },
      apiKey: { label: 'API key', shown: 'tail' },
    },
  },
  pea: {
    name: 'PEA',
    kind: 'Electricity bills, Thailand',
    use: 'Kept for bills of the Provincial Electricity Authority; Portico does not read them yet.',
    inUse: false,
    test: null,
    fields: {
      customerNumber: { label: 'Customer number', shown: 'whole' },
      password: { label: 'Password', shown: 'nothing' },
    },
  },
  zapier: {
    name: 'Zapier',
    kind: 'Automation',
    use: 'Kept for events to your Zaps; Portico does not send them yet.',
    inUse: false,
    test: 'Posts one test event to your hook.',
    fields: {
      hookUrl: {
        label: 'Hook address',
        shown: 'tail',
        placeholder: 'https://hooks.zapier.com/hooks/catch/…',
      },
      secret: { label: 'Signing secret', shown: 'tail', optional: true },
    },
  },
}

/** Whether the text names a service. */
export function isProvider(text: string): text is Provider {
  return providers.some(each => each === text)
}
