import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifyManager } from './identify-manager'
import { tidyName } from './tidy-name'

describe('tidyName', () => {
  it('loses no letter and no digit, and changes nothing the second time', () => {
    const word = fc.constantFrom(
      'THE',
      'CONDO',
      'A',
      'OF',
      'II',
      'ST.',
      "O'NEIL",
      '#12',
      'McKAY',
      'BLVD',
      '2ND',
      'ÁVILA',
      'X',
      'PH',
      '&',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 8 }),
        fc.constantFrom('', ', THE', ' THE'),
        (words, tail) => {
          const published = words.join(' ') + tail
          const tidy = tidyName(published)
          const letters = (text: string) =>
            [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
          expect(letters(tidy)).toBe(letters(published))
          expect(tidyName(tidy)).toBe(tidy)
        },
      ),
    )
  })

  it.each([
    ['GREENS, A CONDO, THE', 'The Greens, a Condo'],
    ['DORILTON CONDO THE', 'The Dorilton Condo'],
    ['3901 SE ST LUCIE BLVD', '3901 SE St Lucie Blvd'],
    ['PALM  CHASE CONDO #17', 'Palm Chase Condo #17'],
    ['TERRACE II AT IBIS', 'Terrace II at Ibis'],
    ['Already Written McKay', 'Already Written McKay'],
    ['SW 57TH AVE', 'SW 57th Ave'],
  ])('%s → %s', (published, tidy) => {
    expect(tidyName(published)).toBe(tidy)
  })
})

describe('identifyManager', () => {
  it.each([
    [
      'seacrestservices',
      [
        'C/O SEACREST SERVICES INC',
        'C/O SEACREST SERVICES. INC',
        'C/O PEGGY FURLONG - SEACREST SRVCS INC.',
        'C/O SEACREST SERVICES INC.-PEGGY FURLONG',
        'SEACREST SERVICES INC',
        'C/O SEACREST SERVICE INC.',
      ],
    ],
    [
      'firstserviceresidential',
      [
        'C/O FIRSTSERVICE RESIDENTIAL',
        'C/O FIRST SERVICE RESIDENTIAL',
        'CO FIRSTSERVICE RESIDENTIAL',
        'C.O FIRSTSERVICE RESIDENTIAL',
        'C/O FIRSTSERVICE RESIDEBTIAL',
        'FIRSTSERVICE RES. ATTN: LEGAL DEPARTMENT',
        'C/O FIRST SERVICE RESIDENTIAL FL',
        'C/O FIRST SERVICE',
      ],
    ],
    [
      'campbellpropertymanagement',
      ['C/O CAMPBELL PROP. MGMT', 'C/O CAMPBELL PROEPRTY MANAGEMENT', 'C/O CAMPBELL PROP MGMT @ CORAL LAKES'],
    ],
    [
      'archoicemanagement',
      [
        'C/O A.R. CHOICE MANAGEMENT INC',
        'C/O A R CHOICE MANAGEMENT INC',
        'C/O AR CHOICE MGMT INC - ATTN: JACKIE',
      ],
    ],
    ['resortmanagement', ['C/ORESORT MANAGEMENT', 'c/o  RESORT MANAGEMENT', 'C/O RESORT MGMT.']],
  ])('%s', (key, spellings) => {
    expect(spellings.map(spelling => identifyManager(spelling)?.key)).toEqual(spellings.map(() => key))
  })

  it.each([
    '',
    'C/O',
    'C/O OFFICE',
    'ATTN: MANAGEMENT OFFICE',
    '954-972-3410',
    'C/O BOARD OF DIRECTORS',
    'ATTN:  OFFICE MANAGER',
  ])('nobody in “%s”', route => {
    expect(identifyManager(route)).toBeNull()
  })

  it('keeps companies apart that differ in more than spelling', () => {
    const routes = [
      'C/O CAMBRIDGE MANAGEMENT',
      'C/O CAMBRIDGE PROPERTY MANAGEMENT',
      'C/O AMERICAN CONDO MANAGEMENT',
      'C/O AMERICAN PROPERTY MANAGEMENT',
      'C/O ADVANTAGE PROPERTY MGMT',
      'C/O ADVANCED PROPERTY MGMT',
      'C/O SEACREST SOUTHWEST',
      'C/O MWI-BROWARD INC',
    ]
    expect(new Set(routes.map(route => identifyManager(route)?.key)).size).toBe(routes.length)
  })
})
