import { readPhone } from './read-phone'

/** Writes a kept number (E.164, perhaps `;ext=12`) for reading: `(305) 555-0142 ext. 12`, `+442071838750`. */
export function formatPhone(phone: string): string {
  const [number = '', extension] = (readPhone(phone) ?? phone).split(';ext=')
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number)
  const main = american ? `(${american[1]}) ${american[2]}-${american[3]}` : number
  return extension ? `${main} ext. ${extension}` : main
}

/** The address a kept number is called at, for links. */
export function phoneHref(phone: string): string {
  return `tel:${(readPhone(phone) ?? phone).replaceAll(/[^+\d;=a-z]/g, '')}`
}
