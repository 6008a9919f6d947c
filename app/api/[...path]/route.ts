import { problemDetails } from '@/lib/action/problem'
import { refuse } from '@/lib/action/result'

/** What no other route answers: programs are told so in the words they know, not by a page. */
const notHere = () => problemDetails(refuse('not_found'))

export { notHere as DELETE, notHere as GET, notHere as PATCH, notHere as POST, notHere as PUT }
