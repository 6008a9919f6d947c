import type { Content, TemplateData } from '@/lib/messaging/templates'
import { validity } from '@/lib/messaging/wording'
import { type EmailBrand, EmailLayout } from './email-layout'
import { Action, Aside, Paragraph, PlainAddress, Title } from './email-parts'

type Props<N extends keyof TemplateData> = { brand: EmailBrand; data: TemplateData[N]; validity: string }

/** The whole email of any template. */
export function EmailBody({ content, brand }: { content: Content; brand: EmailBrand }) {
  const common = { brand, validity: validity(content) }
  switch (content.template) {
    case 'welcome':
      return <Welcome {...common} data={content.data} />
    case 'invitation':
      return <Invitation {...common} data={content.data} />
    case 'sign-in-link':
      return <SignInLink {...common} data={content.data} />
    case 'password-reset':
      return <PasswordReset {...common} data={content.data} />
    case 'notice':
      return <Notice {...common} data={content.data} />
  }
}

function Welcome({ brand, data }: Props<'welcome'>) {
  return (
    <EmailLayout brand={brand} preview={`Your ${brand.company} pages are ready.`}>
      <Title>Welcome, {data.name}</Title>
      <Paragraph>
        The pages of {brand.company} are ready. This is the address you and everybody you invite will use to
        sign in; it is worth a bookmark.
      </Paragraph>
      <Action brand={brand} href={data.signInUrl}>
        Open your pages
      </Action>
      <PlainAddress href={data.signInUrl} />
    </EmailLayout>
  )
}

function Invitation({ brand, data, validity }: Props<'invitation'>) {
  return (
    <EmailLayout brand={brand} preview={`Accept within ${validity} to get access.`}>
      <Title>You are invited to {brand.company}</Title>
      <Paragraph>
        Hello {data.name}, {data.invitedBy === brand.company ? 'we have' : `${data.invitedBy} has`} set up
        access for you. Accept the invitation to choose how you sign in.
      </Paragraph>
      {data.homes && <Paragraph>It is about {data.homes}.</Paragraph>}
      <Action brand={brand} href={data.url}>
        Accept the invitation
      </Action>
      <Aside>The invitation is meant for you alone and works for {validity}.</Aside>
      <PlainAddress href={data.url} />
    </EmailLayout>
  )
}

function SignInLink({ brand, data, validity }: Props<'sign-in-link'>) {
  return (
    <EmailLayout brand={brand} preview={`Works once, for ${validity}.`}>
      <Title>Sign in to {brand.company}</Title>
      <Paragraph>Hello {data.name}, use this link to sign in. No password is needed.</Paragraph>
      <Action brand={brand} href={data.url}>
        Sign in
      </Action>
      <Aside>
        The link works once and for {validity}. If you did not ask for it, ignore this email: nobody can use
        it without your mailbox.
      </Aside>
      <PlainAddress href={data.url} />
    </EmailLayout>
  )
}

function PasswordReset({ brand, data, validity }: Props<'password-reset'>) {
  return (
    <EmailLayout brand={brand} preview={`The link works for ${validity}.`}>
      <Title>Choose a new password</Title>
      <Paragraph>
        Hello {data.name}, somebody, probably you, asked to reset the password of your {brand.company}{' '}
        account.
      </Paragraph>
      <Action brand={brand} href={data.url}>
        Choose a new password
      </Action>
      <Aside>
        The link works once and for {validity}. If you did not ask for it, ignore this email and your password
        stays as it is.
      </Aside>
      <PlainAddress href={data.url} />
    </EmailLayout>
  )
}

function Notice({ brand, data }: Props<'notice'>) {
  return (
    <EmailLayout brand={brand} preview={data.subject}>
      <Title>{data.subject}</Title>
      <Paragraph>Hello {data.name},</Paragraph>
      {data.body.split('\n\n').map(paragraph => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      <Action brand={brand} href={data.url}>
        {data.action}
      </Action>
      <PlainAddress href={data.url} />
    </EmailLayout>
  )
}
