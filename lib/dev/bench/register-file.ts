const companies = 400

/**
 * A register like Florida's: as many rows and units (25,808 and about 1.4 million), most associations small and a few
 * large, one company in some spellings.
 */
export function* registerFile(rows = 25_808): Generator<string> {
  yield 'Project Number,Condo Name,County,Street City State Zip,Units,Recorded Date,Managing Entity Route\r\n'
  const counties = ['Dade', 'Broward', 'Palm Beach', 'Lee', 'Collier', 'Pinellas', 'Sarasota', 'Brevard']
  for (let i = 0; i < rows; i++) {
    const number = `PR${String(100_000 + i)}`
    const address = `"${100 + (i % 9000)} BAY STREET, MIAMI, FL 33${String(i % 1000).padStart(3, '0')}"`
    const manager = `C/O COMPANY ${i % companies} MANAGEMENT${i % 3 === 0 ? ', INC.' : ''}`
    yield `${number},"BAYSIDE ${i}, A CONDO",${counties[i % counties.length]},${address},${units(i)},0${1 + (i % 9)}/15/${1970 + (i % 50)},"${manager}"\r\n`
  }
}

/** Skewed like the real one: half below 20 units, one in two hundred above 500. */
function units(i: number): number {
  const draw = ((i * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
  return Math.min(1600, Math.floor(4 + 12.28 / (1.0065 - draw) ** 0.93))
}
