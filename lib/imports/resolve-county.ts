const eastern = 'America/New_York'
const central = 'America/Chicago'

const floridaCounties = [
  'Alachua',
  'Baker',
  'Bay',
  'Bradford',
  'Brevard',
  'Broward',
  'Calhoun',
  'Charlotte',
  'Citrus',
  'Clay',
  'Collier',
  'Columbia',
  'DeSoto',
  'Dixie',
  'Duval',
  'Escambia',
  'Flagler',
  'Franklin',
  'Gadsden',
  'Gilchrist',
  'Glades',
  'Gulf',
  'Hamilton',
  'Hardee',
  'Hendry',
  'Hernando',
  'Highlands',
  'Hillsborough',
  'Holmes',
  'Indian River',
  'Jackson',
  'Jefferson',
  'Lafayette',
  'Lake',
  'Lee',
  'Leon',
  'Levy',
  'Liberty',
  'Madison',
  'Manatee',
  'Marion',
  'Martin',
  'Miami-Dade',
  'Monroe',
  'Nassau',
  'Okaloosa',
  'Okeechobee',
  'Orange',
  'Osceola',
  'Palm Beach',
  'Pasco',
  'Pinellas',
  'Polk',
  'Putnam',
  'St. Johns',
  'St. Lucie',
  'Santa Rosa',
  'Sarasota',
  'Seminole',
  'Sumter',
  'Suwannee',
  'Taylor',
  'Union',
  'Volusia',
  'Wakulla',
  'Walton',
  'Washington',
]
const centralCounties = new Set([
  'Bay',
  'Calhoun',
  'Escambia',
  'Gulf',
  'Holmes',
  'Jackson',
  'Okaloosa',
  'Santa Rosa',
  'Walton',
  'Washington',
])
const byKey = new Map(floridaCounties.map(county => [countyKey(county), county]))
byKey.set('dade', 'Miami-Dade')

export type County = { name: string; zone: string }

/**
 * The county of Florida that a register means, under its present name, and its IANA zone. Gulf County lies in both
 * zones; its southern part around Port St. Joe keeps Eastern time.
 * @returns null for a name that is no county of Florida
 * @source 49 CFR §71.5 (boundary between eastern and central zones)
 */
export function resolveCounty(published: string, city: string | null): County | null {
  const name = byKey.get(countyKey(published))
  if (!name) return null
  const southGulf = name === 'Gulf' && /^port (st\.?|saint) joe$/i.test(city ?? '')
  return { name, zone: centralCounties.has(name) && !southGulf ? central : eastern }
}

function countyKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\bcounty\b/g, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/[^a-z]/g, '')
}
