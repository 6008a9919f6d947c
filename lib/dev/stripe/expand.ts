import { invalid } from './api-error'
import { paymentOf } from './billing/payment-intents'
import type { Emulator } from './emulator'
import type { Kind } from './rows'

type Json = Record<string, unknown>

const kindByPrefix: Record<string, Kind> = {
  cus: 'customer',
  price: 'price',
  pm: 'payment_method',
  in: 'invoice',
  sub: 'subscription',
  seti: 'setup_intent',
  pi: 'payment_intent',
  ch: 'charge',
  re: 'refund',
  di: 'discount',
  promo: 'promotion_code',
  cbtxn: 'customer_balance_transaction',
  cn: 'credit_note',
  ii: 'invoiceitem',
  clock: 'test_helpers.test_clock',
}

// Ids that the account's owner chooses say nothing; the member's name does.
const kindByName: Record<string, Kind> = { product: 'product', coupon: 'coupon' }

const linesShown = 10

/** What is sent for a row: a copy with the objects the request asked to expand. */
export function present(emulator: Emulator, object: object, expand: string[] = []): Json {
  const copy = publish(object)
  for (const path of expand) open(emulator, copy, path.split('.'), path)
  return copy
}

function publish(object: object): Json {
  const copy: Json = JSON.parse(JSON.stringify(object))
  for (const part of isList(copy) ? copy.data : [copy]) {
    const subject = part.object === 'event' && isJson(part.data) ? part.data.object : part
    if (isJson(subject) && subject.object === 'invoice') shorten(subject)
  }
  return copy
}

// Of an invoice's lines the first ones travel with it, the rest are a list of their own.
function shorten(invoice: Json): void {
  const lines = invoice.lines
  if (!isJson(lines) || !isList(lines)) return
  invoice.lines = {
    ...lines,
    data: lines.data.slice(0, linesShown),
    has_more: lines.data.length > linesShown,
  }
}

function open(emulator: Emulator, at: Json, path: string[], whole: string): void {
  const [name = '', ...rest] = path
  if (!(name in at)) at[name] = included(emulator, at, name, whole)
  const value = at[name]
  if (typeof value === 'string') at[name] = fetchRow(emulator, name, value, whole)
  if (Array.isArray(value)) {
    at[name] = value.map(item => (typeof item === 'string' ? fetchRow(emulator, name, item, whole) : item))
  }
  const opened = at[name]
  if (rest.length === 0) return
  for (const part of Array.isArray(opened) ? opened : [opened]) {
    if (isJson(part)) open(emulator, part, rest, whole)
  }
}

function fetchRow(emulator: Emulator, name: string, id: string, whole: string): Json {
  const kind = kindByName[name] ?? kindByPrefix[id.split('_')[0] ?? '']
  const row = kind && emulator.store.get(kind, id)
  if (row) return publish(row)
  const gone = emulator.store.get('deleted', id)
  if (gone) return { id, object: gone.was, deleted: true }
  throw invalid(`This property cannot be expanded (${whole}).`, 'expand')
}

// Members that a row has only when they are asked for.
function included(emulator: Emulator, at: Json, name: string, whole: string): unknown {
  const id = String(at.id)
  const list = (data: object[], url: string) => ({
    object: 'list',
    data: data.map(publish),
    has_more: false,
    url,
  })
  if (at.object === 'invoice' && name === 'payments') {
    const payment = paymentOf(emulator, id)
    return list(payment ? [payment] : [], '/v1/invoice_payments')
  }
  if (at.object === 'invoice' && name === 'confirmation_secret') return confirmationSecret(emulator, id)
  if (at.object === 'customer' && name === 'subscriptions') {
    const open = emulator.store.of('subscription', id).filter(row => row.status !== 'canceled')
    return list(open.reverse(), `/v1/customers/${id}/subscriptions`)
  }
  throw invalid(`This property cannot be expanded (${whole}).`, 'expand')
}

function confirmationSecret(emulator: Emulator, invoice: string): object | null {
  const intent = paymentOf(emulator, invoice)?.payment.payment_intent
  const secret = intent && emulator.store.get('payment_intent', intent)?.client_secret
  return secret ? { client_secret: secret, type: 'payment_intent' } : null
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: Json): value is Json & { data: Json[] } {
  return value.object === 'list' && Array.isArray(value.data)
}
