import type { Metadata } from 'next'
import { renderMetric } from '@/app/admin/(desk)/metrics/metric-page'
import { platformPage } from '@/lib/action/platform-entry'

export const metadata: Metadata = { title: 'Figures' }

/** One figure over a year, and what it was made of on a day. */
export default platformPage({ can: 'metric:read' }, renderMetric)
