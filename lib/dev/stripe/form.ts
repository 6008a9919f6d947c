export type Field = string | Fields
export type Fields = Map<string, Field>

/** Reads form text with brackets, `a[b][0]=c` or `a[]=c`, into nested maps. */
export function readForm(text: string): Fields {
  const fields: Fields = new Map()
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split('[').map(part => part.replace(/\]$/, ''))
    let at = fields
    for (const part of path.slice(0, -1)) at = step(at, part)
    const last = path.at(-1) ?? ''
    at.set(last === '' ? String(at.size) : last, value)
  }
  return fields
}

function step(fields: Fields, name: string): Fields {
  const key = name === '' ? String(fields.size) : name
  const found = fields.get(key)
  if (found instanceof Map) return found
  const made: Fields = new Map()
  fields.set(key, made)
  return made
}

/** Writes nested maps as form text that `readForm` reads. */
export function writeForm(fields: Fields): string {
  const text = new URLSearchParams()
  const write = (name: string, field: Field): void => {
    if (typeof field === 'string') text.append(name, field)
    else for (const [key, inner] of field) write(`${name}[${key}]`, inner)
  }
  for (const [name, field] of fields) write(name, field)
  return text.toString()
}
