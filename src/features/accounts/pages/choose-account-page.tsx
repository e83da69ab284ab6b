import { addresses } from '#addresses'
import { Card, CardList } from '#ui/card.tsx'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Band, PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Article } from '#ui/prose.tsx'

const benefits: readonly { title: string; points: readonly string[] }[] = [
  {
    title: 'Valoriser votre offre de services',
    points: [
      'Informer les porteurs de projets sur votre structure et vos services',
      'Créer des évènements et gérer les inscriptions en ligne',
      'Publier des articles et des ressources',
    ],
  },
  {
    title: 'Contribuer à la montée en compétences de la communauté des créateurs d’entreprise en Auvergne-Rhône-Alpes',
    points: [
      'Commenter les projets des créateurs que vous accompagnez',
      'Recommander des évènements et des contenus aux créateurs',
    ],
  },
  {
    title: 'Bénéficier de services réservés aux professionnels',
    points: [
      'Consulter les actualités et les ressources dédiées aux professionnels',
      'Consulter l’annuaire régional des professionnels du réseau Je crée dans ma région',
    ],
  },
]

const kinds: readonly { href: string; title: string; text: string; note: string; icon: IconName }[] = [
  {
    href: addresses.account.signUpCreator(),
    title: 'Je crée mon entreprise',
    text: 'Un compte « créateur » pour vous inscrire aux évènements et retrouver vos inscriptions.',
    note: 'Ouvert dès que votre adresse est confirmée',
    icon: 'lightbulb',
  },
  {
    href: addresses.account.signUpProfessional(),
    title: 'J’accompagne la création d’entreprise',
    text: 'Un compte « professionnel » rattaché à votre structure.',
    note: 'Validé par l’administrateur du site ou l’animateur de votre département',
    icon: 'handshake',
  },
]

/** The manual's three benefits, then the choice of account (ACC-7). */
function Note({ icon, text }: { icon: IconName; text: string }) {
  return (
    <p class="fact">
      <Icon name={icon} />
      {text}
    </p>
  )
}

export function ChooseAccountPage() {
  return (
    <PageFrame>
      <PageHeading
        title="Créer un compte"
        lead="Gratuit, pour les créateurs d’entreprise et pour ceux qui les accompagnent."
      />
      <Band title="Professionnels : la création d’un compte personnel vous permet de…">
        <ul class="cards">
          {benefits.map(({ title, points }) => (
            <li class="card" key={title}>
              <div class="card-body">
                <div class="card-text">
                  <h3>{title}</h3>
                  <Article>
                    <ul>
                      {points.map((point) => (
                        <li key={point}>{point}</li>
                      ))}
                    </ul>
                  </Article>
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Band>
      <Band title="Vous êtes…">
        <CardList>
          {kinds.map(({ href, title, text, note, icon }) => (
            <Card key={href} href={href} title={title} foot={<Note icon={icon} text={note} />}>
              <p>{text}</p>
            </Card>
          ))}
        </CardList>
      </Band>
      <p>
        Déjà un compte ? <a href={addresses.account.signIn()}>Connectez-vous</a>.
      </p>
    </PageFrame>
  )
}
