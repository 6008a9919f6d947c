import { checkHealth } from '@/lib/health/check-health'

/**
 * `?probe=live`: the process answers. Otherwise whether it can do its work: 200 or 503, with what failed by name. For
 * load balancers and whoever is on call; says nothing of anybody's data.
 */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (new URL(request.url).searchParams.get('probe') === 'live') {
    return Response.json({ status: 'live' }, { headers })
  }
  const health = await checkHealth()
  return Response.json(health, { status: health.status === 'ready' ? 200 : 503, headers })
}
