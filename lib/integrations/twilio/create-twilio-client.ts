import twilio, { type RequestClient, type Twilio } from 'twilio'

interface TwilioCredentials {
  accountSid: string
  authToken: string
  /** Absent: Twilio itself. */
  baseUrl?: string
}

/** The Twilio SDK; with a base address every request goes there instead of to Twilio's hosts. */
export function createTwilioClient({ accountSid, authToken, baseUrl }: TwilioCredentials): Twilio {
  const httpClient = baseUrl ? sendTo(baseUrl) : undefined
  return twilio(accountSid, authToken, { httpClient })
}

// The SDK has an option for the region of a host but none for the host; its HTTP client is replaceable.
function sendTo(baseUrl: string): RequestClient {
  const client = new twilio.RequestClient()
  const request = client.request.bind(client)
  client.request = options => {
    const { pathname, search } = new URL(options.uri)
    return request({ ...options, uri: new URL(pathname + search, baseUrl).href })
  }
  return client
}
