import { connection } from 'next/server'

/** The floor that `npm run bench` measures routes against: an empty answer. Not there otherwise. */
export async function GET() {
  await connection()
  if (process.env.PORTICO_BENCH !== '1') return new Response('Not found', { status: 404 })
  return Response.json({})
}
