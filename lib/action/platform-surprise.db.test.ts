import { expect, it, vi } from 'vitest'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { adminFace } from '@/lib/testing/request-faces'
import { platformPage } from './platform-entry'
import { platformPublicPage } from './platform-public-page'
import { Surprise } from './report-surprise'
import { requestFace } from './request-face'

const logged = vi.hoisted(() => vi.fn())
vi.mock('./request-face', () => ({ requestFace: vi.fn() }))
vi.mock('@/lib/log/log', () => ({ log: () => ({ error: logged }) }))
testDatabase()

const broken = new Error('broken')
const breaks = () => Promise.reject(broken)

it.each([
  ['of an admin', platformPage({ can: 'tenant:read' }, breaks)],
  ['that anybody may open', platformPublicPage({ purpose: 'test' }, breaks)],
])('logs what broke a page %s under the id that the page shows, and shows nothing else', async (_, page) => {
  const admin = await makeAdmin()
  vi.mocked(requestFace).mockResolvedValue(adminFace(admin.sessionId))
  const thrown = await page({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }).catch(
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Surprise)
  const { digest, message } = thrown as Surprise
  expect(message).not.toContain('broken')
  expect(logged).toHaveBeenCalledWith({ err: broken, id: digest }, 'surprise')
})
