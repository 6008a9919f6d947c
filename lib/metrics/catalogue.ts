import type { LocalDate } from '@/lib/time/local-date'
import { figureOn, type MetricTable, shares, sumUntil } from './rules'

/** How a figure is written: US cents, a number of things, a share of one, or bytes. */
export type MetricUnit = 'money' | 'count' | 'share' | 'bytes'

export type Metric = {
  label: string
  unit: MetricUnit
  /** What counts, in a sentence. */
  meaning: string
  on: (table: MetricTable, day: LocalDate) => number | null
  /** What happened in a day and adds up over days, rather than what stood at its end. */
  adds?: true
}

const level = (metric: string) => (table: MetricTable, day: LocalDate) => figureOn(table, metric, day)

/** Everything the overview shows over time, by the name it has in the address. */
export const metrics = {
  mrr: {
    label: 'Monthly recurring revenue',
    unit: 'money',
    meaning:
      'Base prices and per-homeowner charges of companies that are active or past due, as of each day.',
    on: level('mrr'),
  },
  arr: {
    label: 'Annual run rate',
    unit: 'money',
    meaning: 'Twelve times the monthly recurring revenue of the day.',
    on: (table, day) => {
      const mrr = figureOn(table, 'mrr', day)
      return mrr === null ? null : mrr * 12
    },
  },
  retention: {
    label: 'Net revenue retention',
    unit: 'share',
    meaning: 'What companies that paid thirty days before pay now, against what they paid then.',
    on: shares.retention,
  },
  churn: {
    label: 'Churn',
    unit: 'share',
    meaning: 'Of the companies that paid thirty days before, those that pay no more.',
    on: shares.churn,
  },
  conversion: {
    label: 'Trial conversion',
    unit: 'share',
    meaning: 'Of the trials that ended within ninety days, those that became paying companies.',
    on: shares.conversion,
  },
  paying: {
    label: 'Paying companies',
    unit: 'count',
    meaning: 'Companies that are active or past due.',
    on: level('paying'),
  },
  trialing: {
    label: 'On trial',
    unit: 'count',
    meaning: 'Companies whose trial runs.',
    on: level('trialing'),
  },
  opened: {
    label: 'New companies',
    unit: 'count',
    meaning: 'Companies that signed up or were created.',
    on: (table, day) => sumUntil(table, 'opened', day, 1),
    adds: true,
  },
  cancelled: {
    label: 'Lost companies',
    unit: 'count',
    meaning: 'Companies whose account was closed, after cancelling or after not paying.',
    on: (table, day) => sumUntil(table, 'cancelled', day, 1),
    adds: true,
  },
  overdue: {
    label: 'Overdue',
    unit: 'money',
    meaning: 'Invoices of which a payment failed and that were not paid by the end of the day.',
    on: level('overdue'),
  },
  homeowners: {
    label: 'Homeowners',
    unit: 'count',
    meaning: 'Of all companies.',
    on: level('used-homeowners'),
  },
  storage: {
    label: 'Storage',
    unit: 'bytes',
    meaning: 'Bytes of files kept.',
    on: level('used-storage-bytes'),
  },
  emails: {
    label: 'Emails',
    unit: 'count',
    meaning: 'Accepted by the provider.',
    on: level('used-emails'),
    adds: true,
  },
  texts: {
    label: 'Texts',
    unit: 'count',
    meaning: 'Accepted by the provider.',
    on: level('used-texts'),
    adds: true,
  },
  'api-calls': {
    label: 'API calls',
    unit: 'count',
    meaning: 'Answered by the public API.',
    on: level('used-api-calls'),
    adds: true,
  },
} as const satisfies Record<string, Metric>

export type MetricName = keyof typeof metrics

/** Finds a metric by its name in the address; null when there is none. */
export function metricNamed(name: string): (Metric & { name: MetricName }) | null {
  return Object.hasOwn(metrics, name) ? { ...metrics[name as MetricName], name: name as MetricName } : null
}
