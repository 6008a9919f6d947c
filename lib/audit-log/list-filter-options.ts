import type { TenantTx } from '@/lib/db/in-tenant'
import { describeAction, subjectWord } from './describe-action'

type Option = { value: string; label: string }

// What has been done lately says what can be filtered by; counting every entry ever made would cost seconds.
const lately = 5_000

/** The people, actions and kinds of subject that recent entries name, as options of filters. */
export async function listFilterOptions(
  tx: TenantTx,
): Promise<{ people: Option[]; actions: Option[]; subjects: Option[] }> {
  const [recent] = await tx.$queryRaw<
    { people: Option[] | null; actions: string[] | null; subjects: string[] | null }[]
  >`
    with recent as materialized (
      select user_id, action, subject_type from app.audit_entries order by at desc, id desc limit ${lately})
    select
      (select json_agg(json_build_object('value', u.id, 'label', u.name) order by u.name)
        from app.users u where u.id in (select user_id from recent)) as people,
      (select array_agg(distinct action) from recent) as actions,
      (select array_agg(distinct subject_type) from recent) as subjects`
  const options = (values: string[] | null | undefined, word: (value: string) => string) =>
    (values ?? [])
      .map(value => ({ value, label: word(value) }))
      .sort((a, b) => a.label.localeCompare(b.label))
  return {
    people: recent?.people ?? [],
    actions: options(recent?.actions, describeAction),
    subjects: options(recent?.subjects, subjectWord),
  }
}
