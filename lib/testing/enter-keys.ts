import { runInTenant } from '@/lib/action/run-in-tenant'
import { confirmKey } from '@/lib/credentials/confirm-key'
import { enterKey as enterOne } from '@/lib/credentials/enter-key'
import { openCredential } from '@/lib/credentials/open-credential'
import { readCredentials } from '@/lib/credentials/read-credentials'
import { enterKeySchema } from '@/lib/credentials/schema'
import { testCredential } from '@/lib/credentials/test-credential'
import { inTenant } from '@/lib/db/in-tenant'
import { makeTenant } from './make-tenant'
import { type MadeUser, makeUser } from './make-user'
import { startVendor, type Vendor } from './start-vendor'

/** Stands in for Resend, for tests: takes keys that end in `good` and knows one verified domain. */
export async function startKeyVendor(): Promise<Vendor> {
  const vendor = await startVendor(({ headers: { authorization = '' } }) => {
    if (authorization.endsWith('down')) return { status: 503, body: {} }
    if (!authorization.endsWith('good')) return { status: 401, body: { message: 'API key is invalid' } }
    return { status: 200, body: { data: [{ name: 'example.com', status: 'verified' }] } }
  })
  process.env.RESEND_BASE_URL = vendor.url
  return vendor
}

/** A key of Resend that passes its test. */
export const goodKey = (which: string) => `re_${which}_0123456789_good`

/** What an admin types for a key of Resend. */
export const keyEntry = (apiKey: string, more: object = {}) =>
  enterKeySchema.parse({ provider: 'resend', apiKey, from: 'notices@example.com', ...more })

/** Makes an admin of a company of their own. */
export const makeKeyAdmin = async () => makeUser(await makeTenant())

/** Enters a key of Resend; the id of the entered key. */
export async function enterKey({ context, actor }: MadeUser, apiKey: string, more: object = {}) {
  const entered = await runInTenant(context, tx => enterOne(tx, actor, keyEntry(apiKey, more)))
  if (!entered.ok) throw new Error(entered.message)
  return entered.value.versionId
}

/** Enters a key and takes it into use untested; `values` is what an admin types. The id of the entered key. */
export async function giveKey({ context, actor }: MadeUser, values: object): Promise<string> {
  const entered = await runInTenant(context, tx => enterOne(tx, actor, enterKeySchema.parse(values)))
  if (!entered.ok) throw new Error(entered.message)
  const { versionId } = entered.value
  const confirmed = await runInTenant(context, tx => confirmKey(tx, actor, { versionId }))
  if (!confirmed.ok) throw new Error(confirmed.message)
  return versionId
}

/** Opens transactions as the system, in somebody's company. */
export const systemOf = ({ actor }: MadeUser) => ({ tenantId: actor.tenantId, system: 'test' })

/** Does the worker's test of an entered key. */
export const testKey = ({ actor: { tenantId } }: MadeUser, versionId: string) =>
  testCredential({
    id: 'job',
    tenantId,
    data: { versionId },
    signal: new AbortController().signal,
    lastTry: false,
  })

/** Reads the one credential a company has, as its page shows it. */
export async function readKeys(user: MadeUser) {
  const [credential] = await inTenant(user.context, tx => readCredentials(tx))
  if (!credential) throw new Error('no credential')
  return credential
}

/** Opens a company's key of Resend as a job would. */
export const openKey = ({ actor: { tenantId } }: MadeUser, versionId?: string) =>
  inTenant({ tenantId, system: 'test' }, tx =>
    openCredential(
      tx,
      { kind: 'system', tenantId, purpose: 'test' },
      { provider: 'resend', purpose: 'send-email', versionId },
    ),
  )
