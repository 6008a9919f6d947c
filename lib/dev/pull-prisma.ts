import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { type CatalogTable, readCatalog } from './read-catalog'

const header = `// Generated from the database's catalog by \`npm run db:migrate -- --pull\`; sql/ is the source of truth.\n`

const generator = `${header}
generator client {
  provider            = "prisma-client"
  output              = "../../lib/db/generated"
  moduleFormat        = "esm"
  importFileExtension = ""
}

datasource db {
  provider = "postgresql"
  schemas  = ["app", "platform"]
}
`

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const singular = (name: string) =>
  name
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch)es$/, '$1')
    .replace(/([^s])s$/, '$1')

const modelName = (schema: string, table: string) =>
  (schema === 'platform' ? 'Platform' : '') + capital(camel(singular(table)))

const types: Record<string, string> = {
  uuid: 'String @db.Uuid',
  text: 'String',
  'timestamp with time zone': 'DateTime @db.Timestamptz(6)',
  date: 'DateTime @db.Date',
  smallint: 'Int @db.SmallInt',
  integer: 'Int',
  bigint: 'BigInt',
  boolean: 'Boolean',
  jsonb: 'Json',
  bytea: 'Bytes',
}

function prismaType(type: string, notNull: boolean): string {
  const array = type.endsWith('[]')
  const varchar = /^character varying\((\d+)\)/.exec(type)
  const known = varchar ? `String @db.VarChar(${varchar[1]})` : types[array ? type.slice(0, -2) : type]
  if (!known) throw new Error(`no Prisma type is known for ${type}`)
  const [base, ...attributes] = known.split(' ')
  return [base + (array ? '[]' : notNull ? '' : '?'), ...attributes].join(' ')
}

function column(table: CatalogTable, c: CatalogTable['columns'][number]): string {
  const name = camel(c.name)
  const keyOfOne = table.primaryKey.length === 1 && table.primaryKey[0] === c.name
  const unique = table.uniques.some(u => u.length === 1 && u[0] === c.name)
  return [
    `  ${name} ${prismaType(c.type, c.notNull && !c.generated)}`,
    keyOfOne ? '@id' : '',
    unique ? '@unique' : '',
    c.default || c.generated ? `@default(dbgenerated(${JSON.stringify(c.generated ? '' : c.default)}))` : '',
    name === c.name ? '' : `@map("${c.name}")`,
  ]
    .filter(Boolean)
    .join(' ')
    .replace('dbgenerated("")', 'dbgenerated()')
}

type Relation = { forward: [table: string, line: string]; reverse: [table: string, line: string] }

const forwardName = (columns: string[]) => {
  const last = columns.at(-1) ?? ''
  return last.endsWith('_id') ? camel(last.slice(0, -3)) : `${camel(last)}User`
}

function relations(tables: CatalogTable[]): Relation[] {
  return tables.flatMap(t =>
    t.foreignKeys.map(fk => {
      const field = forwardName(fk.columns)
      const from = modelName(t.schema, t.name)
      const to = modelName(fk.toSchema, fk.toTable)
      const same = t.foreignKeys.filter(
        other => other.toSchema === fk.toSchema && other.toTable === fk.toTable,
      )
      const reverseField = camel(t.name) + (same.length > 1 ? `As${capital(field)}` : '')
      const one = [t.primaryKey, ...t.uniques].some(u => u.join() === fk.columns.join())
      const optional = fk.columns.some(c => !t.columns.find(x => x.name === c)?.notNull)
      const name = `"${fk.name}"`
      const list = (columns: string[]) => `[${columns.map(camel).join(', ')}]`
      const line = `  ${field} ${to}${optional ? '?' : ''} @relation(${name}, fields: ${list(fk.columns)}, references: ${list(fk.toColumns)}, onDelete: NoAction, onUpdate: NoAction, map: ${name})`
      return {
        forward: [from, line],
        reverse: [
          to,
          `  ${one ? camel(singular(t.name)) : reverseField} ${from}${one ? '?' : '[]'} @relation(${name})`,
        ],
      }
    }),
  )
}

function model(table: CatalogTable, all: Relation[]): string {
  const name = modelName(table.schema, table.name)
  const several = (attribute: string, columns: string[]) =>
    columns.length > 1 ? [`  @@${attribute}([${columns.map(camel).join(', ')}])`] : []
  return [
    `model ${name} {`,
    ...table.columns.map(c => column(table, c)),
    ...all.filter(r => r.forward[0] === name).map(r => r.forward[1]),
    ...all.filter(r => r.reverse[0] === name).map(r => r.reverse[1]),
    '',
    ...several('id', table.primaryKey),
    ...table.uniques.flatMap(u => several('unique', u)),
    `  @@map("${table.name}")`,
    `  @@schema("${table.schema}")`,
    '}',
  ].join('\n')
}

/** Writes what the catalog says as Prisma schema files' texts, by file name. */
export async function describePrisma(client: Client): Promise<Map<string, string>> {
  const tables = await readCatalog(client, ['app', 'platform'])
  const all = relations(tables)
  const files = new Map([['base.prisma', generator]])
  for (const t of tables) {
    const file = `${t.schema === 'platform' ? 'platform-' : ''}${t.name.replaceAll('_', '-')}.prisma`
    files.set(file, `${header}\n${model(t, all)}\n`)
  }
  return files
}

/** Rewrites prisma/schema from the catalog of the connected database. */
export async function pullPrisma(
  client: Client,
  folder = join(process.cwd(), 'prisma/schema'),
): Promise<void> {
  const files = await describePrisma(client)
  mkdirSync(folder, { recursive: true })
  for (const stale of readdirSync(folder)) if (!files.has(stale)) rmSync(join(folder, stale))
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
