type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export type ApiCall = {
  method: string
  token: string
  json?: unknown
  id?: string
  query?: string
  headers?: Record<string, string>
}

/** Calls a route of the platform's API about one company, for tests; a text is sent as it is. */
export async function callApi(route: Route, given: ApiCall) {
  const { method, token, json, id = '', query = '', headers } = given
  const request = new Request(`http://admin.localhost/api/admin/organizations/${id}${query}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
  })
  const response = await route(request, { params: Promise.resolve({ organization: id }) })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** A body that makes a company, for tests. */
export function organizationBody(name: string, more: Record<string, unknown> = {}) {
  return { id: name, name: 'Acme Property Management', subdomain: name, subscriptionTier: 'pro', ...more }
}
