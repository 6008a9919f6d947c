import { expect, it } from 'vitest'
import * as methods from './route'

it.each(Object.entries(methods))(
  'answers %s of an address that is none with problem details',
  async (_, answer) => {
    const response = answer()
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: 'urn:portico:problem:not_found', status: 404 })
  },
)
