import type { PreviewRow } from '@/components/preview/office-preview'

/** Associations of Florida's public register, as an import tidies them; shown in pictures of the product. */
export const registerRows: PreviewRow[] = [
  { name: 'Ambassador, a Condo', place: 'Miami-Dade', units: 22 },
  { name: 'Camden N', place: 'Palm Beach', units: 26 },
  { name: 'Kensington Walk Condo M', place: 'Palm Beach', units: 16 },
  { name: 'Lake & Tennis Villas Condo', place: 'Miami-Dade', units: 110 },
  { name: 'Orchid Reserve, a Condominium', place: 'Palm Beach', units: 100 },
  { name: 'Richmond C', place: 'Broward', units: 56 },
  { name: 'Tierra Del Sol', place: 'Miami-Dade', units: 57 },
]
