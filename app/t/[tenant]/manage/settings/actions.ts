'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { tenantAction } from '@/lib/action/tenant-action'
import { chooseFeature } from '@/lib/features/choose-feature'
import { chooseFeatureSchema } from '@/lib/features/schema'
import { changeLogo } from '@/lib/settings/change-logo'
import { editAccent } from '@/lib/settings/edit-accent'
import { editMessages } from '@/lib/settings/edit-messages'
import { editMoney } from '@/lib/settings/edit-money'
import { editProfile } from '@/lib/settings/edit-profile'
import { accentSchema, logoSchema, messagesSchema, moneySchema, profileSchema } from '@/lib/settings/schema'

/** The brand is around every page, so every page the browser kept is out of date. */
const everywhere = () => revalidatePath('/', 'layout')

export const editProfileAction = tenantAction(
  { can: 'settings:write', input: profileSchema },
  async ({ tx, actor, input: { seen, ...profile } }) => {
    const edited = await editProfile(tx, actor, profile, seen)
    everywhere()
    return edited
  },
)

export const editMoneyAction = tenantAction(
  { can: 'settings:write', input: moneySchema },
  async ({ tx, actor, input: { money, seen } }) => {
    const edited = await editMoney(tx, actor, money, seen)
    everywhere()
    return edited
  },
)

export const editMessagesAction = tenantAction(
  { can: 'settings:write', input: messagesSchema },
  async ({ tx, actor, input: { messages, seen } }) => {
    const edited = await editMessages(tx, actor, messages, seen)
    everywhere()
    return edited
  },
)

export const chooseFeatureAction = tenantAction(
  { can: 'settings:write', input: chooseFeatureSchema },
  async ({ tx, actor, input }) => {
    const chosen = await chooseFeature(tx, actor, input)
    everywhere()
    return chosen
  },
)

export const editAccentAction = tenantAction(
  { can: 'settings:write', input: accentSchema },
  async ({ tx, actor, input }) => {
    const edited = await editAccent(tx, actor, input)
    everywhere()
    return edited
  },
)

export const changeLogoAction = tenantAction(
  { can: 'settings:write', input: logoSchema },
  async ({ tx, actor, input }) => {
    const bytes = new Uint8Array(await input.logo.arrayBuffer())
    const changed = await changeLogo(tx, actor, { name: input.logo.name, bytes })
    everywhere()
    return changed
  },
)

export const removeLogoAction = tenantAction(
  { can: 'settings:write', input: z.object({}) },
  async ({ tx, actor }) => {
    const removed = await changeLogo(tx, actor, null)
    everywhere()
    return removed
  },
)
