import { newId } from '@/lib/db/new-id'
import type { Chance } from './chance'
import { elsewhere, familyNames, givenNames } from './names'

export type DemoOwner = {
  id: string
  name: string
  email: string | null
  phone: string | null
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
}

type Address = Pick<DemoOwner, 'street' | 'city' | 'region' | 'postalCode'>

/** Numbers 555-0100 to 555-0199 are set aside for fiction. */
const phoneOf = (chance: Chance) =>
  `+1 ${chance.pick(['305', '561', '954', '239', '727', '941'])} 555 01${String(chance.below(100)).padStart(2, '0')}`

function personName(chance: Chance, family = chance.pick(familyNames)) {
  const middle = chance.percent(15) ? ` ${'ABCDEFGHJKLMNPRSTVW'[chance.below(19)]}.` : ''
  return `${chance.pick(givenNames)}${middle} ${family}`
}

function entityName(chance: Chance) {
  const family = chance.pick(familyNames)
  return chance.pick([
    `${family} Family Trust`,
    `${family} Holdings LLC`,
    `The ${family} Revocable Trust`,
    `${family} & ${chance.pick(familyNames)} Properties LLC`,
  ])
}

const mailbox = (name: string, number: number) =>
  `${name
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.')}${number}@home.example`

/** Invents an owner: a person, or sometimes a trust or company; some live elsewhere, some gave no email. */
export function makeOwner(chance: Chance, home: Address, number: number, family?: string): DemoOwner {
  const name = !family && chance.percent(7) ? entityName(chance) : personName(chance, family)
  const [street, city, region, postalCode] = chance.percent(22)
    ? chance.pick(elsewhere)
    : [home.street, home.city, home.region, home.postalCode]
  return {
    id: newId(),
    name,
    email: chance.percent(84) ? mailbox(name, number) : null,
    phone: chance.percent(70) ? phoneOf(chance) : null,
    street,
    city,
    region,
    postalCode,
  }
}
