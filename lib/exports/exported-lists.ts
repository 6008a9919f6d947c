import { associationList } from '@/lib/associations/association-list'
import { auditList } from '@/lib/audit-log/audit-list'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import type { List } from '@/lib/lists/define-list'
import { messageList } from '@/lib/messaging/message-list'
import { unitList } from '@/lib/units/unit-list'

const lists: Readonly<Record<string, List>> = {
  associations: associationList,
  units: unitList,
  homeowners: homeownerList,
  messages: messageList,
  audit: auditList,
}

/** Finds the list that an export's address names; null when it cannot be exported. */
export function findExportedList(id: string): List | null {
  return Object.hasOwn(lists, id) ? (lists[id] ?? null) : null
}
