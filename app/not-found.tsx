import { ErrorPage } from '@/components/layout/error-page'

/** Not found where there is no tenant. */
export default function NotFound() {
  return <ErrorPage kind={404} brand="portico" />
}
