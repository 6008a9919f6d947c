import { notFound } from 'next/navigation'
import { connection } from 'next/server'

/** The floor that `npm run bench` measures pages against: rendered for each request, and empty. Not there otherwise. */
export default async function BenchFloorPage() {
  await connection()
  if (process.env.PORTICO_BENCH !== '1') notFound()
  return <main />
}
