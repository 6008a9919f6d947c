import { PasswordField } from './password-field'

/** A new password, with what makes a good one. */
export function NewPasswordField({ autoFocus }: { autoFocus?: boolean }) {
  return (
    <PasswordField
      name="password"
      label="New password"
      autoComplete="new-password"
      hint="At least 10 characters. A few unrelated words work well."
      autoFocus={autoFocus}
    />
  )
}

/** The address under which password managers file the new password; nobody sees it. */
export function FiledUnder({ email }: { email: string }) {
  return <input type="email" name="email" defaultValue={email} autoComplete="username" readOnly hidden />
}
