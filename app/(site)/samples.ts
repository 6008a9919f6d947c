import type { PreviewRow } from '@/components/preview/office-preview'
import type { PreviewHome } from '@/components/preview/portal-preview'

/** Associations of Florida's public register, as an import tidies them; shown in pictures of the product. */
export const registerRows: PreviewRow[] = [
  { name: 'Ambassador, a Condo', place: 'Miami-Dade', units: 22 },
  { name: 'Camden N', place: 'Palm Beach', units: 26 },
  { name: 'Kensington Walk Condo M', place: 'Palm Beach', units: 16 },
  { name: 'Lake & Tennis Villas Condo', place: 'Miami-Dade', units: 110 },
  { name: 'Orchid Reserve, a Condominium', place: 'Palm Beach', units: 100 },
  { name: 'Richmond C', place: 'Broward', units: 56 },
  { name: 'Tierra del Sol', place: 'Miami-Dade', units: 57 },
]

// The companies of the demo, which anybody can start and look into.
export const seabreeze = { name: 'Seabreeze', color: '#0f5f86' }
export const palmAndPier = { name: 'Palm & Pier', color: '#b3522c' }
export const gulfline = { name: 'Gulfline', color: '#6b3f8f' }

/** What the demo's homeowner sees. */
export const demoHome: PreviewHome = {
  unit: '14',
  association: 'Camden N',
  place: 'West Palm Beach, FL',
  share: 'The whole unit',
  seat: 'You are president of the board',
}
