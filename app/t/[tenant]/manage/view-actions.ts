'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { editView } from '@/lib/saved-views/edit-view'
import { removeView } from '@/lib/saved-views/remove-view'
import { saveView } from '@/lib/saved-views/save-view'
import { editViewSchema, saveViewSchema, viewIdSchema } from '@/lib/saved-views/schema'

/** Keeps a list as it is shown; bind the list's id. */
export const saveViewAction = tenantAction(
  { can: 'association:read', input: saveViewSchema },
  ({ tx, actor, input }) => saveView(tx, actor, input),
)

/** Renames or shares one of the person's views. */
export const editViewAction = tenantAction(
  { can: 'association:read', input: editViewSchema },
  ({ tx, actor, input }) => editView(tx, actor, input),
)

/** Removes one of the person's views. */
export const removeViewAction = tenantAction(
  { can: 'association:read', input: viewIdSchema },
  ({ tx, actor, input }) => removeView(tx, actor, input),
)
