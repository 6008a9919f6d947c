export const associationKinds = [
  { value: 'condominium', label: 'Condominium' },
  { value: 'hoa', label: 'Homeowners’ association' },
  { value: 'cooperative', label: 'Cooperative' },
  { value: 'townhome', label: 'Townhome association' },
  { value: 'master', label: 'Master association' },
] as const

export const associationStatuses = [
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
] as const
