'use server'

import { ok } from '@/lib/action/result'
import { tenantAction } from '@/lib/action/tenant-action'
import { addHomeowner } from '@/lib/homeowners/add-homeowner'
import { archiveHomeowner } from '@/lib/homeowners/archive-homeowner'
import { editHomeowner } from '@/lib/homeowners/edit-homeowner'
import { findHomeowners } from '@/lib/homeowners/find-homeowners'
import { inviteHomeowner } from '@/lib/homeowners/invite-homeowner'
import { inviteHomeowners, inviteSentence } from '@/lib/homeowners/invite-homeowners'
import { restoreAccess } from '@/lib/homeowners/restore-access'
import { restoreHomeowner } from '@/lib/homeowners/restore-homeowner'
import { revokeAccess } from '@/lib/homeowners/revoke-access'
import {
  addHomeownerSchema,
  editHomeownerSchema,
  findHomeownersSchema,
  homeownerIdSchema,
  homeownerIdsSchema,
} from '@/lib/homeowners/schema'

/** Adds a homeowner, or answers with people on record who are alike. */
export const addHomeownerAction = tenantAction(
  { can: 'homeowner:write', input: addHomeownerSchema },
  ({ tx, actor, input }) => addHomeowner(tx, actor, input),
)

/** Changes a homeowner’s facts. */
export const editHomeownerAction = tenantAction(
  { can: 'homeowner:write', input: editHomeownerSchema },
  ({ tx, actor, input }) => editHomeowner(tx, actor, input),
)

/** Puts a homeowner into the archive. */
export const archiveHomeownerAction = tenantAction(
  { can: 'homeowner:write', input: homeownerIdSchema },
  ({ tx, actor, input }) => archiveHomeowner(tx, actor, input),
)

/** Takes a homeowner out of the archive. */
export const restoreHomeownerAction = tenantAction(
  { can: 'homeowner:write', input: homeownerIdSchema },
  ({ tx, actor, input }) => restoreHomeowner(tx, actor, input),
)

/** Invites a homeowner to the portal, or again. */
export const inviteHomeownerAction = tenantAction(
  { can: 'homeowner:invite', input: homeownerIdSchema },
  ({ tx, actor, input }) => inviteHomeowner(tx, actor, input),
)

/** Invites the homeowners chosen in the list and says what became of them. */
export const inviteHomeownersAction = tenantAction(
  { can: 'homeowner:invite', input: homeownerIdsSchema },
  async ({ tx, actor, input }) => {
    const invited = await inviteHomeowners(tx, actor, input)
    return invited.ok ? ok({ ...invited.value, message: inviteSentence(invited.value) }) : invited
  },
)

/** Takes away a homeowner’s access to the portal. */
export const revokeAccessAction = tenantAction(
  { can: 'homeowner:invite', input: homeownerIdSchema },
  ({ tx, actor, input }) => revokeAccess(tx, actor, input),
)

/** Gives back access to the portal. */
export const restoreAccessAction = tenantAction(
  { can: 'homeowner:invite', input: homeownerIdSchema },
  ({ tx, actor, input }) => restoreAccess(tx, actor, input),
)

/** Finds homeowners for a picker. */
export const findHomeownersAction = tenantAction(
  { can: 'homeowner:read', input: findHomeownersSchema },
  async ({ tx, input }) => ok(await findHomeowners(tx, input.text)),
)
