'use server'

import { ok } from '@/lib/action/result'
import { tenantAction } from '@/lib/action/tenant-action'
import { addAssociation } from '@/lib/associations/add-association'
import { archiveAssociations } from '@/lib/associations/archive-associations'
import { editAssociation } from '@/lib/associations/edit-association'
import { editAssociations } from '@/lib/associations/edit-associations'
import { restoreAssociations } from '@/lib/associations/restore-associations'
import {
  addAssociationSchema,
  archiveAssociationSchema,
  associationIdSchema,
  associationIdsSchema,
  editAssociationSchema,
  editAssociationsSchema,
} from '@/lib/associations/schema'

/** Adds an association. */
export const addAssociationAction = tenantAction(
  { can: 'association:write', input: addAssociationSchema },
  ({ tx, actor, input }) => addAssociation(tx, actor, input),
)

/** Changes an association’s facts. */
export const editAssociationAction = tenantAction(
  { can: 'association:write', input: editAssociationSchema },
  ({ tx, actor, input }) => editAssociation(tx, actor, input),
)

/** Makes one change to the associations chosen in the list. */
export const editAssociationsAction = tenantAction(
  { can: 'association:write', input: editAssociationsSchema },
  ({ tx, actor, input }) => editAssociations(tx, actor, input),
)

/** Puts an association into the archive, with its units when asked to. */
export const archiveAssociationAction = tenantAction(
  { can: 'association:archive', input: archiveAssociationSchema },
  ({ tx, actor, input }) =>
    archiveAssociations(tx, actor, { ids: [input.associationId], withUnits: input.withUnits !== undefined }),
)

/** Takes an association out of the archive. */
export const restoreAssociationAction = tenantAction(
  { can: 'association:archive', input: associationIdSchema },
  ({ tx, actor, input }) => restoreAssociations(tx, actor, { ids: [input.associationId] }),
)

/** Puts the associations chosen in the list into the archive with their units. */
export const archiveAssociationsAction = tenantAction(
  { can: 'association:archive', input: associationIdsSchema },
  async ({ tx, actor, input }) => {
    const done = await archiveAssociations(tx, actor, { ids: input.ids, withUnits: true })
    return done.ok ? ok({ ...done.value, message: `${done.value.archived} archived` }) : done
  },
)

/** Takes the associations chosen in the list out of the archive. */
export const restoreAssociationsAction = tenantAction(
  { can: 'association:archive', input: associationIdsSchema },
  ({ tx, actor, input }) => restoreAssociations(tx, actor, input),
)
