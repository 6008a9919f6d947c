import { Section } from '@/components/ui/card'

/** What the message says. Emails are drawn in a frame of their own that runs nothing and leads nowhere. */
export function MessageBody({
  subject,
  body,
}: {
  subject: string
  body: { html: string } | { text: string }
}) {
  if ('text' in body)
    return (
      <Section title="Text">
        <p className="max-w-md rounded-lg rounded-bl-sm bg-sunken px-4 py-3 break-words whitespace-pre-wrap">
          {body.text}
        </p>
      </Section>
    )
  return (
    <Section title="Email" padded={false}>
      <iframe
        title={`The email “${subject}”`}
        sandbox=""
        srcDoc={body.html}
        className="h-[40rem] w-full rounded-b-lg bg-white"
      />
    </Section>
  )
}
