import { balanceRoutes } from './resources/balance'
import { checkoutRoutes } from './resources/checkout-sessions'
import { couponRoutes } from './resources/coupons'
import { creditNoteRoutes } from './resources/credit-notes'
import { customerRoutes } from './resources/customers'
import { eventRoutes } from './resources/events'
import { invoiceItemRoutes } from './resources/invoice-items'
import { invoicePaymentRoutes } from './resources/invoice-lists'
import { invoiceRoutes } from './resources/invoices'
import { meterEventRoutes } from './resources/meter-events'
import { meterRoutes } from './resources/meters'
import { paymentIntentRoutes } from './resources/payment-intents'
import { paymentMethodRoutes } from './resources/payment-methods'
import { portalRoutes } from './resources/portal-sessions'
import { priceRoutes } from './resources/prices'
import { productRoutes } from './resources/products'
import { promotionCodeRoutes } from './resources/promotion-codes'
import { refundRoutes } from './resources/refunds'
import { setupIntentRoutes } from './resources/setup-intents'
import { subscriptionItemRoutes } from './resources/subscription-items'
import { subscriptionRoutes } from './resources/subscriptions'
import { testClockRoutes } from './resources/test-clocks'
import type { Route } from './route'

/** All addresses of the API; of two that fit the first one is meant. */
export const routes: Route[] = [
  ...balanceRoutes,
  ...checkoutRoutes,
  ...couponRoutes,
  ...creditNoteRoutes,
  ...paymentIntentRoutes,
  ...portalRoutes,
  ...promotionCodeRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...customerRoutes,
  ...eventRoutes,
  ...invoiceItemRoutes,
  ...invoicePaymentRoutes,
  ...invoiceRoutes,
  ...meterEventRoutes,
  ...meterRoutes,
  ...paymentMethodRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...subscriptionItemRoutes,
  ...subscriptionRoutes,
  ...testClockRoutes,
]
