export const unitStatuses = [
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
] as const
