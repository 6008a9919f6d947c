'use server'

import { redirect } from 'next/navigation'

/** Leads to the page that ends the session. */
export async function leave(): Promise<void> {
  redirect('/sign-out')
}
