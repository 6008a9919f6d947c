'use server'

import { refresh } from 'next/cache'
import type { Result } from '@/lib/action/result'
import { tenantAction } from '@/lib/action/tenant-action'
import { addSeat } from '@/lib/board-seats/add-seat'
import { editSeat } from '@/lib/board-seats/edit-seat'
import { endSeat } from '@/lib/board-seats/end-seat'
import { removeSeat } from '@/lib/board-seats/remove-seat'
import { addSeatSchema, editSeatSchema, endSeatSchema, seatIdSchema } from '@/lib/board-seats/schema'

/** Shows the board as it is now to the person who changed it. */
async function refreshed<T>(doing: Promise<Result<T>>): Promise<Result<T>> {
  const done = await doing
  if (done.ok) refresh()
  return done
}

/** Gives a homeowner a seat on the board. */
export const addSeatAction = tenantAction(
  { can: 'association:write', input: addSeatSchema },
  ({ tx, actor, input }) => refreshed(addSeat(tx, actor, input)),
)

/** Corrects the office or term of a seat. */
export const editSeatAction = tenantAction(
  { can: 'association:write', input: editSeatSchema },
  ({ tx, actor, input }) => refreshed(editSeat(tx, actor, input)),
)

/** Ends a seat on a day. */
export const endSeatAction = tenantAction(
  { can: 'association:write', input: endSeatSchema },
  ({ tx, actor, input }) => refreshed(endSeat(tx, actor, input)),
)

/** Removes a seat that was recorded by mistake. */
export const removeSeatAction = tenantAction(
  { can: 'association:write', input: seatIdSchema },
  ({ tx, actor, input }) => refreshed(removeSeat(tx, actor, input)),
)
