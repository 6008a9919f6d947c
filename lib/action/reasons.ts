/**
 * Every expected refusal: the sentence people read and the HTTP status machines read. `{name}` is filled from the
 * refusal's params.
 */
export const reasons = {
  invalid: { message: 'Please check the highlighted fields.', status: 422 },
  not_found: { message: 'That no longer exists, or you cannot see it.', status: 404 },
  forbidden: { message: 'Your role does not allow this.', status: 403 },
  signed_out: { message: 'Your session has ended. Please sign in again.', status: 401 },
  too_many: { message: 'Too many attempts. Try again in {wait}.', status: 429 },
  conflict: { message: 'Somebody changed this meanwhile. Reload and try again.', status: 409 },
  busy: { message: 'The system is busy. Nothing was changed; please try again.', status: 503 },
  read_only: {
    message: 'The company’s account is read-only until billing is settled. Nothing was changed.',
    status: 402,
  },
  company_suspended: { message: 'The company’s account is suspended. Nothing was lost.', status: 403 },
  limit_reached: {
    message: 'Your {plan} plan allows {limit} {what}, and all are in use. {remedy}',
    status: 409,
  },
  plan_too_small: { message: 'That plan is too small for what is used now. {list}', status: 409 },
  stripe_away: {
    message: 'Stripe, which takes the payments, does not answer just now. Try again in a minute.',
    status: 503,
  },
  no_stripe: { message: 'Billing is not set up on this server yet.', status: 503 },
  bad_coupon: { message: '{why}', status: 422 },
  not_in_plan: { message: '{feature} is not part of the company’s plan. {remedy}', status: 403 },
  switched_off: { message: '{feature} is switched off for the company. {remedy}', status: 403 },
  taken: { message: '{what} is already taken.', status: 409 },
  // sign-in
  wrong_credentials: { message: 'That email and password do not match an account here.', status: 401 },
  wrong_code: { message: 'That code is not right. Look at your authenticator app again.', status: 401 },
  code_used: { message: 'This code was used already. Wait for the next one.', status: 409 },
  no_leave: { message: 'The company does not let Portico’s support in just now.', status: 403 },
  not_for_guests: {
    message: 'A guest of the company changes nothing about how people sign in, or what they then see.',
    status: 403,
  },
  link_spent: { message: 'This link has expired or was already used. Ask for a new one.', status: 410 },
  suspended: { message: 'Your access has been suspended. Please ask the company.', status: 403 },
  cookies_blocked: {
    message: 'Your browser did not keep the sign-in cookie. Allow cookies for this site and try again.',
    status: 403,
  },
  surprise: { message: 'Something went wrong. Reference: {id}', status: 500 },
  weak_password: { message: 'Choose a password that is harder to guess.', status: 422 },
  // people
  last_owner: { message: 'There must be at least one owner who can sign in.', status: 409 },
  last_admin: { message: 'There must be at least one admin who can sign in.', status: 409 },
  already_invited: { message: 'This person already has access.', status: 409 },
  email_in_use: { message: 'Somebody else signs in with this email address.', status: 409 },
  own_rights: { message: 'Nobody changes their own access. Ask another admin.', status: 403 },
  beyond_own_rights: { message: 'You can only give access that you have yourself.', status: 403 },
  wrong_password: { message: 'That is not your current password.', status: 422 },
  no_email: { message: 'There is no email address to send to.', status: 422 },
  // associations, units, homeowners
  archived: { message: 'This is archived. Restore it first.', status: 409 },
  has_units: { message: 'This association still has active units.', status: 409 },
  shares_not_whole: {
    message: 'The owners’ shares must add up to exactly one on every day (see {day}).',
    status: 422,
  },
  office_taken: { message: 'Somebody else holds the office of {office} in that term.', status: 409 },
  still_owns: { message: 'This homeowner still owns a unit.', status: 409 },
  same_owners: { message: 'Nothing would change: these are the owners already.', status: 409 },
  owner_twice: { message: 'Nobody can own twice at the same time (see {day}).', status: 422 },
  empty_period: { message: 'An ownership must end after the day on which it starts.', status: 422 },
  starts_that_day: {
    message: 'An ownership already starts on {day}. Choose another day, or correct the history.',
    status: 409,
  },
  stays_beyond: {
    message: 'The owners change again on {day}, but {name} stays. Correct the history instead.',
    status: 409,
  },
  // sign-up
  not_set_up: {
    message:
      'The company could not be set up: {step} failed. Nothing was kept; please try again. Reference: {id}',
    status: 500,
  },
  // the platform's own API
  in_progress: { message: 'This company is being set up right now. Ask again in a moment.', status: 409 },
  other_company: { message: 'A company with this id was made from another request.', status: 409 },
  bad_token: { message: 'There is no valid API token in the Authorization header.', status: 401 },
  missing_scope: { message: 'The API token has not the scope {scope}.', status: 403 },
  unreadable_body: { message: 'The body must be a JSON object of at most 64 kB.', status: 400 },
  key_reused: {
    message: 'This Idempotency-Key came with another request before. Use a new one.',
    status: 422,
  },
  key_in_use: {
    message: 'The first request with this Idempotency-Key is still being worked on.',
    status: 409,
  },
  bad_key: { message: 'An Idempotency-Key has 1 to 255 printable characters.', status: 400 },
  // files and imports
  file_too_large: { message: 'The file is larger than {limit}.', status: 413 },
  file_unreadable: { message: 'This file cannot be read: {why}.', status: 422 },
  wrong_state: { message: 'This is not possible now: {why}.', status: 409 },
} as const satisfies Record<string, { message: string; status: number }>

export type Reason = keyof typeof reasons
