import { associationList } from '@/lib/associations/association-list'
import { auditList } from '@/lib/audit-log/audit-list'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import type { List } from '@/lib/lists/define-list'
import { messageList } from '@/lib/messaging/message-list'
import { peopleList } from '@/lib/people/people-list'
import { unitList } from '@/lib/units/unit-list'

const lists: readonly List[] = [associationList, unitList, homeownerList, peopleList, messageList, auditList]

/** Finds the list that an export's address names; null when it cannot be exported. */
export function findExportedList(id: string): List | null {
  return lists.find(list => list.id === id) ?? null
}
