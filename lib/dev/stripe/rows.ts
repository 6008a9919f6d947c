import type Stripe from 'stripe'
import type { Wire } from './wire'

export type Customer = Wire<Stripe.Customer>
export type Product = Wire<Stripe.Product>
export type Price = Wire<Stripe.Price>
export type Meter = Wire<Stripe.Billing.Meter>
export type PaymentMethod = Wire<Stripe.PaymentMethod>
export type SetupIntent = Wire<Stripe.SetupIntent>
export type PaymentIntent = Wire<Stripe.PaymentIntent>
export type Charge = Wire<Stripe.Charge>
export type Refund = Wire<Stripe.Refund>
export type Coupon = Wire<Stripe.Coupon>
export type PromotionCode = Wire<Stripe.PromotionCode>
export type Discount = Wire<Stripe.Discount>
export type BalanceTransaction = Wire<Stripe.CustomerBalanceTransaction>
export type CreditNote = Wire<Stripe.CreditNote>
export type Subscription = Wire<Stripe.Subscription>
export type SubscriptionItem = Wire<Stripe.SubscriptionItem>
export type Invoice = Wire<Stripe.Invoice>
export type InvoiceLine = Wire<Stripe.InvoiceLineItem>
export type InvoiceItem = Wire<Stripe.InvoiceItem>
export type InvoicePayment = Wire<Stripe.InvoicePayment>
export type TestClock = Wire<Stripe.TestHelpers.TestClock>
export type CheckoutSession = Wire<Stripe.Checkout.Session>
export type PortalSession = Wire<Stripe.BillingPortal.Session>

/** A meter event as it is kept: with the customer and the exact value it was sent with. */
export interface MeterEventRow {
  id: string
  object: 'billing.meter_event'
  customer: string
  event_name: string
  value: string
  timestamp: number
  cancelled: boolean
}

export interface EventRow {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: object; previous_attributes?: object }
  livemode: boolean
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}

/** One event on its way to the webhook endpoint. */
export interface DeliveryRow {
  id: string
  object: 'delivery'
  event: string
  attempts: number
  /** Since when, later until when it waits: milliseconds since 1970 of the real clock. */
  due: number
  state: 'waiting' | 'given-up'
  /** HTTP status of the last answer; 0 when there was none. */
  answer: number | null
}

/** What was answered to an idempotency key. */
export interface AnswerRow {
  id: string
  object: 'answer'
  fingerprint: string
  status: number
  body: string
  /** Seconds since 1970 of the real clock. */
  at: number
}

/** What the emulator remembers about an object beside its public shape. */
export interface NoteRow {
  id: string
  object: 'note'
  /** The trial's end that was announced. */
  trialEndAnnounced?: number
  /** What a checkout session makes when it completes, as form text. */
  checkout?: string
}

export interface DeletedRow {
  id: string
  object: 'deleted'
  was: string
}

type Stored =
  | Customer
  | Product
  | Price
  | Meter
  | MeterEventRow
  | PaymentMethod
  | SetupIntent
  | PaymentIntent
  | Charge
  | Refund
  | Coupon
  | PromotionCode
  | Discount
  | BalanceTransaction
  | CreditNote
  | Subscription
  | Invoice
  | InvoiceItem
  | InvoicePayment
  | TestClock
  | CheckoutSession
  | PortalSession
  | EventRow
  | DeliveryRow
  | AnswerRow
  | NoteRow
  | DeletedRow

/** Everything the emulator keeps, by the name Stripe gives the object. */
export type Rows = { [Row in Stored as Row['object']]: Row }
export type Kind = keyof Rows
