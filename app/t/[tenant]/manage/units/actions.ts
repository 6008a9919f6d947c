'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { addSeries } from '@/lib/units/add-series'
import { addUnit } from '@/lib/units/add-unit'
import { archiveUnits } from '@/lib/units/archive-units'
import { editUnit } from '@/lib/units/edit-unit'
import { editUnits } from '@/lib/units/edit-units'
import { restoreUnits } from '@/lib/units/restore-units'
import {
  addSeriesSchema,
  addUnitSchema,
  editUnitSchema,
  editUnitsSchema,
  unitIdsSchema,
} from '@/lib/units/schema'

/** Adds a unit. */
export const addUnitAction = tenantAction(
  { can: 'unit:write', input: addUnitSchema },
  ({ tx, actor, input }) => addUnit(tx, actor, input),
)

/** Adds a numbered series of units. */
export const addSeriesAction = tenantAction(
  { can: 'unit:write', input: addSeriesSchema },
  ({ tx, actor, input }) => addSeries(tx, actor, input),
)

/** Changes a unit’s facts. */
export const editUnitAction = tenantAction(
  { can: 'unit:write', input: editUnitSchema },
  ({ tx, actor, input }) => editUnit(tx, actor, input),
)

/** Makes one change of votes or shares to the units chosen in a list. */
export const editUnitsAction = tenantAction(
  { can: 'unit:write', input: editUnitsSchema },
  ({ tx, actor, input }) => editUnits(tx, actor, input),
)

/** Puts units into the archive. */
export const archiveUnitsAction = tenantAction(
  { can: 'unit:write', input: unitIdsSchema },
  ({ tx, actor, input }) => archiveUnits(tx, actor, input),
)

/** Takes units out of the archive. */
export const restoreUnitsAction = tenantAction(
  { can: 'unit:write', input: unitIdsSchema },
  ({ tx, actor, input }) => restoreUnits(tx, actor, input),
)
