'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ok } from '@/lib/action/result'
import { tenantAction } from '@/lib/action/tenant-action'
import { holdLimits } from '@/lib/limits/hold-limit'
import { readLimitUsage } from '@/lib/limits/read-limit-usage'
import { openCheckout } from '@/lib/stripe-sync/open-checkout'
import { changePlan } from '@/lib/subscriptions/change-plan'
import { editBillingEmail } from '@/lib/subscriptions/edit-billing-email'
import { endAccount } from '@/lib/subscriptions/end-account'
import { billingEmailSchema, changePlanSchema, couponSchema } from '@/lib/subscriptions/schema'
import { takeCoupon } from '@/lib/subscriptions/take-coupon'

// What a plan includes stands on every page: navigation, limits, notices.
const everywhere = () => revalidatePath('/', 'layout')

/** Changes the company's plan and leads back to the bill. */
export const changePlanAction = tenantAction(
  { can: 'billing:write', input: changePlanSchema },
  async ({ tx, actor, input }) => {
    await holdLimits(tx)
    const usage = await readLimitUsage(tx)
    const changed = await changePlan(tx, actor, input, { usage, now: new Date() })
    everywhere()
    return changed.ok ? ok() : changed
  },
  // The page it was confirmed on is drawn anew with the answer, and what was done cannot be done twice.
  async () => redirect('/manage/settings/billing?returned=changed'),
)

/** Cancels at the end of what is paid for. */
export const cancelAction = tenantAction(
  { can: 'billing:write', input: z.object({}) },
  async ({ tx, actor }) => {
    const ended = await endAccount(tx, actor, false, new Date())
    everywhere()
    return ended
  },
)

/** Takes a cancellation back. */
export const resumeAction = tenantAction(
  { can: 'billing:write', input: z.object({}) },
  async ({ tx, actor }) => {
    const resumed = await endAccount(tx, actor, true, new Date())
    everywhere()
    return resumed
  },
)

/** Says where bills go. */
export const editBillingEmailAction = tenantAction(
  { can: 'billing:write', input: billingEmailSchema },
  async ({ tx, actor, input }) => {
    const edited = await editBillingEmail(tx, actor, input)
    everywhere()
    return edited
  },
)

/** Takes a promotion code. */
export const takeCouponAction = tenantAction(
  { can: 'billing:write', input: couponSchema },
  async ({ tx, actor, input, request }) => {
    const taken = await takeCoupon(tx, actor, input, request.address)
    everywhere()
    return taken
  },
)

/** Leads to the page of Stripe's on which the company enters how it pays, or manages that. */
export const openCheckoutAction = tenantAction(
  { can: 'billing:write', input: z.object({ page: z.enum(['add', 'manage']) }) },
  async ({ actor, input }) => ok({ tenantId: actor.tenantId, page: input.page }),
  async ({ tenantId, page }) => {
    const opened = await openCheckout(tenantId, page)
    return opened.ok ? redirect(opened.value.url) : opened
  },
)
