import { stringify } from 'csv-stringify/sync'
import { fieldsOf, type ImportKind } from './schema'

const samples: Record<ImportKind, Record<string, string>[]> = {
  register: [
    {
      externalKey: 'A-1001',
      name: 'Harbour View Condominium',
      county: 'Pinellas',
      address: '12 Bay Street, St. Petersburg, FL 33701',
      units: '48',
      recordedOn: '03/14/1998',
      managerRoute: 'C/O Your Company',
    },
    {
      externalKey: 'A-1002',
      name: 'Cypress Grove Homeowners Association',
      county: 'Miami-Dade',
      address: '400 Palm Avenue, Miami, FL 33143',
      units: '112',
      recordedOn: '',
      managerRoute: 'C/O Your Company',
    },
  ],
  roster: [
    {
      association: 'Harbour View Condominium',
      unit: '101',
      name: 'Maria Alvarez',
      email: 'maria@example.com',
      phone: '(727) 555-0142',
      mailingAddress: '12 Bay Street #101, St. Petersburg, FL 33701',
      ownerSince: '06/01/2019',
    },
    {
      association: 'Harbour View Condominium',
      unit: '102',
      name: 'Lakeside Holdings, LLC',
      email: '',
      phone: '727-555-0177',
      mailingAddress: 'PO Box 900, Tampa, FL 33601',
      ownerSince: '11/20/2021',
    },
  ],
}

/** A small file of a kind to start from, with the headings that are recognised first. */
export function writeSampleFile(kind: ImportKind): string {
  const used = new Set(samples[kind].flatMap(Object.keys))
  const fields = fieldsOf(kind).filter(({ name }) => used.has(name))
  const header = fields.map(({ headings }) => title(headings.split('|')[0] ?? ''))
  return stringify([header, ...samples[kind].map(row => fields.map(({ name }) => row[name] ?? ''))], {
    record_delimiter: '\r\n',
  })
}

function title(heading: string): string {
  return heading.replace(/\b\p{L}/gu, letter => letter.toUpperCase())
}
