import { newId } from '@/lib/db/new-id'
import type { Chance } from './chance'
import { type DemoOwner, makeOwner } from './make-owner'
import type { DemoAssociation } from './read-associations'

export type DemoUnit = { id: string; association: string; label: string; weight: number; whole: number }
export type DemoOwnership = {
  unit: string
  owner: string
  startsOn: string
  endsOn: string | null
  numerator: number
  denominator: number
}
export type DemoSeat = { association: string; owner: string; title: string; startsOn: string; endsOn: string }
export type DemoHomes = {
  units: DemoUnit[]
  owners: DemoOwner[]
  ownerships: DemoOwnership[]
  seats: DemoSeat[]
}

/** Labels as buildings have them: 1–40 in a row, or by floor (101, 102, … 201). */
function labels(count: number): string[] {
  if (count <= 40) return Array.from({ length: count }, (_, i) => String(i + 1))
  const onFloor = count > 100 ? 10 : 8
  return Array.from({ length: count }, (_, i) =>
    String((Math.floor(i / onFloor) + 1) * 100 + (i % onFloor) + 1),
  )
}

function unitsOf(association: DemoAssociation): DemoUnit[] {
  // Every third association assesses by size: corner units carry three parts where others carry two.
  const bySize = association.unitCount % 3 === 0
  const weights = labels(association.unitCount).map((_, i) => (bySize ? (i % 4 === 0 ? 3 : 2) : 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return labels(association.unitCount).map((label, i) => ({
    id: newId(),
    association: association.id,
    label,
    weight: bySize ? (weights[i] ?? 1) : 0,
    whole,
  }))
}

const day = (chance: Chance, from: number, to: number) =>
  `${from + chance.below(to - from + 1)}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`

type Home = DemoAssociation['address']

function ownersOf(chance: Chance, home: Home, next: () => number): DemoOwner[] {
  const first = makeOwner(chance, home, next())
  const family = first.name.split(' ').at(-1)
  if (!chance.percent(18) || !first.name.match(/^\p{L}+ (\p{L}\. )?\p{L}+$/u)) return [first]
  return [first, makeOwner(chance, home, next(), family)]
}

/** Invents the units, owners, ownerships (past ones too) and board of one association. */
export function makeHomes(
  chance: Chance,
  association: DemoAssociation,
  next: () => number,
  thisYear: number,
): DemoHomes {
  const homes: DemoHomes = { units: unitsOf(association), owners: [], ownerships: [], seats: [] }
  for (const unit of homes.units) {
    if (chance.percent(4)) continue
    const home = { ...association.address, street: `${association.address.street ?? ''}, Unit ${unit.label}` }
    const owners = ownersOf(chance, home, next)
    const startsOn = day(chance, 2004, thisYear - 1)
    const period = { unit: unit.id, startsOn, endsOn: null, denominator: owners.length, numerator: 1 }
    homes.owners.push(...owners)
    homes.ownerships.push(...owners.map(owner => ({ ...period, owner: owner.id })))
    if (!chance.percent(12)) continue
    const seller = makeOwner(chance, home, next())
    homes.owners.push(seller)
    homes.ownerships.push({
      ...period,
      owner: seller.id,
      startsOn: day(chance, 1994, 2003),
      endsOn: startsOn,
      denominator: 1,
    })
  }
  homes.seats = seatsOf(chance, association, homes, thisYear)
  return homes
}

function seatsOf(
  chance: Chance,
  association: DemoAssociation,
  homes: DemoHomes,
  thisYear: number,
): DemoSeat[] {
  const sellers = new Set(homes.ownerships.filter(o => o.endsOn !== null).map(o => o.owner))
  const people = homes.owners.filter(owner => !sellers.has(owner.id) && !/LLC|Trust/.test(owner.name))
  const titles = ['president', 'treasurer', 'secretary', 'vice-president', 'director', 'director', 'director']
  const size = association.unitCount > 60 ? 7 : association.unitCount > 20 ? 5 : 3
  return titles.slice(0, size).flatMap((title, i) => {
    const holder = people[i * 3 + chance.below(3)]
    return holder
      ? [
          {
            association: association.id,
            owner: holder.id,
            title,
            startsOn: `${thisYear}-01-15`,
            endsOn: `${thisYear + 2}-01-15`,
          },
        ]
      : []
  })
}
