import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { type AdminActor, readAdmin } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'
import { reportSurprises } from './report-surprise'
import { requestFace } from './request-face'

type NextPageProps = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type PlatformPublicInput = {
  /** Who is already signed in, if anybody. */
  admin: AdminActor | null
  params: Record<string, string>
  query: Record<string, string | undefined>
}

/** Makes a page of the admin host that anybody may open, such as its sign-in page. */
export function platformPublicPage(
  spec: { purpose: string },
  render: (input: PlatformPublicInput) => Promise<ReactNode>,
) {
  async function open(props: NextPageProps): Promise<ReactNode> {
    const { face, token } = await requestFace()
    if (face.kind !== 'admin') notFound()
    const sessionId = token?.tid === null ? token.sid : null
    const admin = sessionId ? await asPlatform(tx => readAdmin(tx, sessionId)) : null
    const values = Object.entries(await props.searchParams)
    const query = Object.fromEntries(values.map(([k, v]) => [k, Array.isArray(v) ? v.at(-1) : v]))
    return render({ admin, params: await props.params, query })
  }
  const page = (props: NextPageProps) => reportSurprises(() => open(props))
  return Object.assign(page, { spec: { entry: 'platform-public-page' as const, ...spec } })
}
