import { Feature } from './feature'

const transcript = [
  { asked: 'select count(*) from app.homeowners;', note: 'no company opened' },
  { answer: ' count\n-------\n     0' },
  { asked: "insert into app.units (tenant_id, …) values ('another company', …);" },
  { answer: 'ERROR:  new row violates row-level security policy "units_tenant"' },
]

/** Isolation: what the database answers when the application forgets itself. */
export function IsolationSection() {
  return (
    <Feature
      id="isolation"
      eyebrow="Isolation"
      title="The wall is in the database, not in our good intentions"
      flip
      text={
        <p>
          Every row belongs to one company, and Postgres itself refuses to show it to another. A query that
          forgets its filter finds nothing of anybody else’s. Homeowners are held to their own units the same
          way.
        </p>
      }
      points={[
        'Row-level security, forced, on every table a company’s data lives in.',
        'Keys that carry the company, so that a row cannot even point at a stranger’s.',
        'A proof that runs with every change; and a second run that takes the walls down one by one, to see the proof fail.',
      ]}
    >
      <div className="dark overflow-hidden rounded-xl border border-line-strong bg-sunken text-ink">
        <div className="border-b px-4 py-3 text-sm text-muted">
          psql, signed in as the role that serves the application
        </div>
        <pre className="px-4 py-4 font-mono text-13 leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {transcript.map(line =>
            line.asked ? (
              <span key={line.asked} className="block">
                <span className="text-accent-ink">portico=&gt;</span> {line.asked}
                {line.note && <span className="text-faint">{`  -- ${line.note}`}</span>}
              </span>
            ) : (
              <span key={line.answer} className="block text-muted">
                {line.answer}
              </span>
            ),
          )}
        </pre>
      </div>
    </Feature>
  )
}
