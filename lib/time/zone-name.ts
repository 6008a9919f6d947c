/** The zones most companies and associations are in, with the words people know them by. */
export const usualZones = [
  { value: 'America/New_York', label: 'Eastern (New York)' },
  { value: 'America/Chicago', label: 'Central (Chicago)' },
  { value: 'America/Denver', label: 'Mountain (Denver)' },
  { value: 'America/Phoenix', label: 'Mountain, no summer time (Phoenix)' },
  { value: 'America/Los_Angeles', label: 'Pacific (Los Angeles)' },
  { value: 'America/Anchorage', label: 'Alaska (Anchorage)' },
  { value: 'Pacific/Honolulu', label: 'Hawaii (Honolulu)' },
  { value: 'America/Puerto_Rico', label: 'Atlantic (Puerto Rico)' },
]

/** What people call an IANA zone; one that is not usual goes by its name there. */
export function zoneName(zone: string): string {
  return usualZones.find(usual => usual.value === zone)?.label ?? zone.replaceAll('_', ' ')
}
