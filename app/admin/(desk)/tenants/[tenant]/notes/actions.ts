'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { removeNote } from '@/lib/directory/remove-note'
import { noteSchema, writeNoteSchema } from '@/lib/directory/schema'
import { writeNote } from '@/lib/directory/write-note'

/** Notes something about a company. */
export const writeNoteAction = platformAction(
  { can: 'note:write', input: writeNoteSchema },
  ({ tx, admin, input }) => writeNote(tx, admin, input),
)

/** Takes a note back. */
export const removeNoteAction = platformAction(
  { can: 'note:write', input: noteSchema },
  ({ tx, admin, input }) => removeNote(tx, admin, input),
)
