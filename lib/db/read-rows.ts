import type { Reader, Sql } from './sql'
import { statementName } from './statement-name'
import { connectionOf } from './tenant-client'

/**
 * Reads rows of a written-out statement, straight from the connection where the transaction has one of its own. For
 * what is asked on most pages: it costs half of what `$queryRaw` does. Columns must be text, whole numbers of 32 bits,
 * flags or JSON; other types come as the driver gives them.
 */
export async function readRows<Row extends object>(tx: Reader, statement: Sql): Promise<Row[]> {
  const connection = connectionOf(tx)
  if (!connection) return tx.$queryRaw<Row[]>(statement)
  const { text, values } = statement
  const { rows } = await connection.query<Row>({ name: statementName(text), text, values: [...values] })
  return rows
}
