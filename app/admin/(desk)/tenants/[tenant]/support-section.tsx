import { Section } from '@/components/ui/card'
import { Instant } from '@/components/ui/time'
import { type AdminActor, adminCan } from '@/lib/auth/admin-actor'
import { EnterSupport } from './enter-support'

/** Whether the company lets support in just now, and the way in. */
export function SupportSection({
  standing,
  admin,
  tenantId,
}: {
  standing: { purpose: string; expiresAt: Date } | null
  admin: AdminActor
  tenantId: string
}) {
  return (
    <Section
      title="Support access"
      actions={standing && adminCan(admin, 'support:enter') && <EnterSupport tenantId={tenantId} />}
    >
      {standing ? (
        <>
          <p className="break-words">{standing.purpose}</p>
          <p className="mt-1 text-13 text-muted">
            The company lets support in until <Instant at={standing.expiresAt} zone="UTC" zoned />. It sees
            every page you open.
          </p>
        </>
      ) : (
        <p className="text-muted">
          The company does not let support in. Its admins can, under Settings, Support access.
        </p>
      )}
    </Section>
  )
}
