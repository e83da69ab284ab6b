import { Disclosure } from '#ui/dialog.tsx'

/** « S’abonner à cet agenda » (EVT-5): the same filters, in the calendar of one’s telephone or office. */
export function AgendaSubscription({ url, filtered }: { url: string; filtered: boolean }) {
  return (
    <Disclosure title={filtered ? 'S’abonner à cet agenda, avec ces filtres' : 'S’abonner à cet agenda'}>
      <p>
        Votre agenda (téléphone, Outlook, Google, Thunderbird…) montre alors ces dates, et se met à jour tout seul
        {filtered ? ' : seules celles qui répondent aux filtres choisis y sont.' : '.'}
      </p>
      <p>
        <a class="button plain slim" href={url.replace(/^https?:/, 'webcal:')}>
          S’abonner
        </a>
      </p>
      <div class="field">
        <label for="adresse-agenda">Adresse à copier dans votre agenda</label>
        <input class="input" id="adresse-agenda" type="text" value={url} readOnly />
      </div>
      <p class="soft small">
        <a href={url}>Télécharger ces dates</a> (fichier .ics, qui ne se met pas à jour)
      </p>
    </Disclosure>
  )
}
