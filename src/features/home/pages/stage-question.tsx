import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Icon, type IconName } from '#ui/icon.tsx'

const stages: readonly { value: string; title: string; text: string; icon: IconName }[] = [
  { value: 'idee', title: 'J’ai une idée', text: 'Comprendre, en parler, vérifier', icon: 'lightbulb' },
  { value: 'preparation', title: 'Je prépare', text: 'Étude, statut, prévisionnel', icon: 'clipboard-list' },
  { value: 'lancement', title: 'Je me lance', text: 'Formalités, financement, local', icon: 'rocket' },
  { value: 'developpement', title: 'Je développe', text: 'Recruter, vendre, transmettre', icon: 'trending-up' },
]

/** « Où en êtes-vous ? »: the one question that matters, and where. */
export function StageQuestion() {
  return (
    <form class="ask" action={addresses.orientation.start()} method="get">
      <fieldset>
        <legend>Où en êtes-vous ?</legend>
        <div class="stages">
          {stages.map(({ value, title, text, icon }) => (
            <label class="stage" key={value}>
              <Icon name={icon} />
              <b>{title}</b>
              <span>{text}</span>
              <input type="radio" name="etape" value={value} />
            </label>
          ))}
        </div>
      </fieldset>
      <div class="ask-line">
        <div class="field" data-island="commune">
          <label for="commune">
            Votre commune <span class="optional">(facultatif)</span>
          </label>
          <input
            class="input"
            id="commune"
            name="commune"
            type="text"
            autoComplete="address-level2"
            placeholder="Roanne, 42300…"
          />
        </div>
        <Button name="question" value="besoins" icon="arrow-right">
          Voir ce qui peut m’aider
        </Button>
      </div>
    </form>
  )
}
