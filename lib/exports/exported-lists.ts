import { associationList } from '@/lib/associations/association-list'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import type { List } from '@/lib/lists/define-list'
import { unitList } from '@/lib/units/unit-list'

const lists: Readonly<Record<string, List>> = {
  associations: associationList,
  units: unitList,
  homeowners: homeownerList,
}

/** Finds the list that an export's address names; null when it cannot be exported. */
export function findExportedList(id: string): List | null {
  return Object.hasOwn(lists, id) ? (lists[id] ?? null) : null
}
