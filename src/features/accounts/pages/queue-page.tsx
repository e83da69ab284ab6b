import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { PendingAccount, type PendingProps } from './pending-account.tsx'

type Props = { count: number; accounts: readonly PendingProps[] }

/** The accounts that wait, oldest first (ACC-2, ADM-1). */
export function QueuePage({ count, accounts }: Props) {
  return (
    <PageFrame>
      <PageHeading
        title="Comptes à valider"
        crumbs={[{ href: addresses.mySpace.home(), text: 'Mon espace' }]}
        lead={count === 0 ? undefined : `${plural(count, 'demande')} en attente, la plus ancienne d’abord.`}
      />
      {accounts.length === 0 ? (
        <EmptyState
          icon="circle-check"
          title="Aucune demande en attente"
          text="Vous recevez un mail dès qu’un professionnel de votre territoire confirme son adresse."
        />
      ) : (
        accounts.map((account) => <PendingAccount key={account.id} {...account} />)
      )}
      {count > accounts.length && <p class="soft">Les suivantes s’afficheront quand celles-ci seront traitées.</p>}
    </PageFrame>
  )
}
