import { ok, type Result, refuse } from '@/lib/action/result'
import { readAnswer } from './sign-in-answer'

async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store' })
  const { csrfToken: token } = (await response.json()) as { csrfToken: string }
  return token
}

/**
 * Signs in from the browser: posts to next-auth's callback with its CSRF token. The session cookie is set by the
 * answer; the caller then leaves for the next page.
 * @returns the refusal of the provider, 'cookies_blocked', or 'busy' when the server cannot be reached
 */
export async function postSignIn(
  provider: 'password' | 'link' | 'support' | 'admin-password' | 'admin-link',
  values: Record<string, string>,
): Promise<Result> {
  try {
    const body = new URLSearchParams({ ...values, csrfToken: await csrfToken(), json: 'true' })
    const response = await fetch(`/api/auth/callback/${provider}`, { method: 'POST', body })
    const { url } = (await response.json()) as { url: string }
    const query = new URL(url, window.location.origin).searchParams
    if (query.has('csrf')) return refuse('cookies_blocked')
    const error = query.get('error')
    if (error === null && response.ok) return ok()
    return readAnswer(error ?? '') ?? refuse('busy')
  } catch {
    return refuse('busy')
  }
}
