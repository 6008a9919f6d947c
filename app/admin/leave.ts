'use server'

import { redirect } from 'next/navigation'
import { signOut } from '@/lib/auth/sign-out'

/** Ends an admin's session and leads to the sign-in page. */
export async function leave(): Promise<void> {
  await signOut()
  redirect('/sign-in?ended=out')
}
