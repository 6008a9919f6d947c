import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessKind, guessMapping, missingFields } from './guess-mapping'
import { registerFields } from './register-fields'
import { rosterFields } from './roster-fields'

const registerHeader = readFileSync(
  new URL('./fixtures/florida-register-excerpt.csv', import.meta.url),
  'utf8',
)
  .split('\r\n')[0]!
  .split(',')
  .map(cell => cell.replaceAll('"', ''))

describe('guessKind', () => {
  it('maps every column of the published register', () => {
    const { kind, mapping } = guessKind(registerHeader)
    expect(kind).toBe('register')
    expect(new Set(Object.values(mapping))).toEqual(new Set(registerHeader.keys()))
    expect(mapping).toMatchObject({
      externalKey: 0,
      name: 2,
      county: 3,
      address: 4,
      units: 5,
      recordedOn: 6,
      managerRoute: 11,
    })
  })

  it.each([
    [
      ['Community', 'Unit #', 'Owner Name', 'E-mail', 'Cell Phone', 'Mailing Address', 'Owner Since'],
      { association: 0, unit: 1, name: 2, email: 3, phone: 4, mailingAddress: 5, ownerSince: 6 },
    ],
    [
      ['PURCHASE_DATE', 'LAST_NAME', 'FIRST_NAME', 'APT', 'HOA NAME'],
      { ownerSince: 0, lastName: 1, firstName: 2, unit: 3, association: 4 },
    ],
    [
      ['unitNumber', 'associationName', 'ownerEmail', 'mailingCity', 'mailingZip', 'name'],
      { unit: 0, association: 1, email: 2, mailingCity: 3, mailingPostalCode: 4, name: 5 },
    ],
  ])('recognises a roster in %j', (header, expected) => {
    const { kind, mapping } = guessKind(header)
    expect(kind).toBe('roster')
    expect(mapping).toEqual(expected)
    expect(missingFields(mapping, 'roster')).toEqual([])
  })

  it('says so when a file could be either', () => {
    expect(guessKind(['Colour', 'Shape']).kind).toBeNull()
  })
})

describe('guessMapping', () => {
  it('does not depend on the order, case or punctuation of headings', () => {
    const dress = fc.constantFrom(
      (s: string) => s,
      (s: string) => s.toUpperCase(),
      (s: string) => s.replaceAll(' ', '_'),
      (s: string) => ` ${s.replaceAll(' ', ' - ')} :`,
    )
    for (const [kind, fields] of [
      ['register', registerFields],
      ['roster', rosterFields],
    ] as const) {
      const names = fields.map(field => field.headings.split('|')[0]!)
      fc.assert(
        fc.property(fc.shuffledSubarray(names, { minLength: names.length }), dress, (header, wear) => {
          const mapping = guessMapping(header.map(wear), kind)
          for (const field of fields)
            expect(mapping[field.name]).toBe(header.indexOf(field.headings.split('|')[0]!))
        }),
      )
    }
  })

  it('gives no column to two fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...rosterFields.flatMap(field => field.headings.split('|'))), {
          maxLength: 20,
        }),
        header => {
          const columns = Object.values(guessMapping(header, 'roster'))
          expect(new Set(columns).size).toBe(columns.length)
        },
      ),
    )
  })
})
