import type { Role } from '#features/accounts/actor.ts'
import type { ContentState } from '#features/contents/access.ts'
import type { ResourceKind } from '#features/resources/rules.ts'
import type { SectorCode } from '#features/territory/sectors.ts'

type Common = {
  by: 'pro' | 'pro2'
  title: string
  summary: string
  state: Extract<ContentState, 'draft' | 'submitted' | 'to-correct' | 'published' | 'refused'>
  /** Days before now when it was written, and published or sent. */
  ago: number
  departements?: string[]
  sectors?: SectorCode[]
  reason?: string
}

export type DemoArticle = Common & {
  subtitle?: string
  html: string
  access?: 'pro'
  picture?: 'morning' | 'evening' | 'meadow'
  /** The text that waits beside the published one. */
  proposed?: string
}

export type DemoResource = Common & {
  kind: ResourceKind
  readers?: Role[]
  file?: 'checklist' | 'grid' | 'chime' | 'hills'
  link?: string
}

const PRO_ROLES: Role[] = ['professional', 'reader', 'animator', 'administrator']

export const DEMO_RESOURCES: readonly DemoResource[] = [
  {
    by: 'pro',
    kind: 'factsheet',
    title: 'Avant l’immatriculation : la liste de ce qu’il faut avoir',
    summary: 'Une page à imprimer et à cocher, de l’adresse de l’entreprise à l’assurance.',
    state: 'published',
    ago: 5,
    file: 'checklist',
  },
  {
    by: 'pro2',
    kind: 'template',
    title: 'Grille d’entretien pour un premier rendez-vous',
    summary: 'Les questions que nous posons avant d’instruire un prêt d’honneur, à adapter à votre structure.',
    state: 'published',
    ago: 11,
    readers: PRO_ROLES,
    file: 'grid',
  },
  {
    by: 'pro',
    kind: 'sound',
    title: 'Indicatif de nos webinaires',
    summary: 'Trois notes pour ouvrir vos visioconférences aux couleurs du réseau.',
    state: 'published',
    ago: 15,
    readers: [],
    file: 'chime',
  },
  {
    by: 'pro2',
    kind: 'image',
    title: 'Bandeau pour vos affiches d’atelier',
    summary: 'Un dessin libre de droits, à placer en haut d’une affiche ou d’un courriel.',
    state: 'published',
    ago: 18,
    file: 'hills',
  },
  {
    by: 'pro',
    kind: 'procedure',
    title: 'Le guichet unique des formalités',
    summary: 'Depuis 2023, toutes les formalités de création se font sur ce site.',
    state: 'submitted',
    ago: 1,
    departements: ['69'],
    link: 'https://formalites.entreprises.gouv.fr/',
  },
]

export const DEMO_ARTICLES: readonly DemoArticle[] = [
  {
    by: 'pro',
    title: 'Cinq ateliers pour bâtir son prévisionnel avant la fin de l’année',
    subtitle: 'De la première idée de prix au plan de trésorerie',
    summary:
      'Un prévisionnel ne se fait pas en une soirée. Nous l’avons coupé en cinq rendez-vous courts, à Lyon et à Saint-Étienne.',
    state: 'published',
    ago: 3,
    departements: ['42', '69'],
    picture: 'morning',
    html: `<p>Beaucoup de porteurs de projet arrivent chez nous avec un tableur à moitié rempli et une question : <em>est-ce que ça tient ?</em> Ces ateliers partent de là.</p>
<h2>Ce que l’on y fait</h2>
<ol><li>Fixer un prix et le défendre.</li><li>Compter ses charges, celles que l’on oublie comprises.</li><li>Estimer ses ventes, mois par mois.</li><li>Passer du compte de résultat à la trésorerie.</li><li>Présenter le tout à un banquier, devant le groupe.</li></ol>
<h2>Les dates</h2>
<table><caption>Ateliers de décembre</caption><thead><tr><th scope="col">Atelier</th><th scope="col">Lyon</th><th scope="col">Saint-Étienne</th></tr></thead><tbody><tr><td>Fixer son prix</td><td>mardi matin</td><td>jeudi matin</td></tr><tr><td>Ses charges</td><td>mardi après-midi</td><td>jeudi après-midi</td></tr></tbody></table>
<blockquote><p>« Je suis repartie avec trois chiffres que je peux expliquer. C’est tout ce qu’il me fallait. » Une participante de novembre.</p></blockquote>
<h2>S’inscrire</h2>
<p>Les dates sont dans <a href="/evenements">l’agenda</a>. C’est gratuit, et douze places par atelier.</p>`,
  },
  {
    by: 'pro2',
    title: 'Prêt d’honneur : comment se passe le comité',
    summary: 'Dix minutes pour présenter, vingt pour répondre. Ce que les membres du comité regardent vraiment.',
    state: 'published',
    ago: 9,
    picture: 'evening',
    html: `<p>Un prêt d’honneur est un prêt personnel, sans intérêt ni garantie. Il est accordé par un comité de chefs d’entreprise, de banquiers et d’experts-comptables bénévoles.</p>
<h2>Avant</h2>
<ul><li>Vous travaillez votre dossier avec un chargé d’accompagnement.</li><li>Le dossier part aux membres une semaine avant.</li><li>Vous répétez votre présentation une fois, à voix haute.</li></ul>
<h2>Pendant</h2>
<p>On ne cherche pas un numéro d’acteur. On cherche à comprendre <strong>pourquoi vous</strong>, pourquoi maintenant, et ce que vous ferez si les ventes tardent.</p>
<h2>Après</h2>
<p>La réponse tombe le jour même ou le lendemain. Un refus est toujours expliqué, et beaucoup de dossiers reviennent.</p>`,
  },
  {
    by: 'pro',
    title: 'Micro-entreprise ou société : quatre questions à se poser d’abord',
    subtitle: 'Le statut vient après le projet',
    summary:
      'Avant de comparer des taux, demandez-vous qui porte le risque, qui décide, et comment vous voulez vous payer.',
    state: 'published',
    ago: 20,
    picture: 'meadow',
    html: `<p>On nous demande chaque semaine « quel statut prendre ? ». Voici les questions que nous posons en retour.</p>
<h2>Serez-vous seul ?</h2><p>À plusieurs, la société s’impose presque toujours.</p>
<h2>Avez-vous des achats importants ?</h2><p>En micro-entreprise, ils ne se déduisent pas.</p>
<h2>Touchez-vous une allocation ?</h2><p>Le cumul dépend de la façon dont vous vous payez : parlez-en avant de choisir.</p>
<h2>Que voulez-vous protéger ?</h2><p>Votre logement l’est d’office ; le reste dépend de vos choix.</p>`,
    proposed: `<p>On nous demande chaque semaine « quel statut prendre ? ». Voici les questions que nous posons en retour, mises à jour cet automne.</p>
<h2>Serez-vous seul ?</h2><p>À plusieurs, la société s’impose presque toujours.</p>
<h2>Avez-vous des achats importants ?</h2><p>En micro-entreprise, ils ne se déduisent pas : au-delà d’un tiers de vos ventes, comparez.</p>
<h2>Touchez-vous une allocation ?</h2><p>Le cumul dépend de la façon dont vous vous payez : parlez-en avant de choisir.</p>
<h2>Que voulez-vous protéger ?</h2><p>Depuis 2022, le patrimoine personnel de l’entrepreneur individuel est séparé d’office.</p>`,
  },
  {
    by: 'pro2',
    title: 'Rencontre du réseau : ce que nous préparons pour janvier',
    summary: 'Ordre du jour de la rencontre régionale, et ce que chaque structure apporte.',
    state: 'published',
    access: 'pro',
    ago: 6,
    html: `<p>La rencontre de janvier réunira les structures d’accompagnement de la région.</p>
<h2>Ordre du jour</h2><ol><li>Bilan des parcours de l’année.</li><li>Prescrire un atelier d’une autre structure : ce qui marche, ce qui coince.</li><li>Un tour de table par département.</li></ol>
<p>Chaque structure envoie ses chiffres avant le 15, avec la grille de la base ressource.</p>`,
  },
  {
    by: 'pro',
    title: 'Créer dans un quartier prioritaire : ce qui vous est ouvert',
    summary: 'Permanences de proximité, aides à l’installation, exonérations : à qui parler, dans quel ordre.',
    state: 'submitted',
    ago: 2,
    departements: ['69'],
    sectors: ['commerce', 'particuliers'],
    html: `<p>Habiter ou s’installer dans un quartier prioritaire ouvre des portes que l’on connaît mal.</p><h2>Commencer par une permanence</h2><p>Sans rendez-vous, près de chez vous : voir <a href="/evenements?type=permanence">les prochaines</a>.</p>`,
  },
  {
    by: 'pro2',
    title: 'Nos lauréats de l’automne',
    summary: 'Trois entreprises soutenues cette saison racontent leurs débuts.',
    state: 'to-correct',
    ago: 7,
    reason:
      'Merci pour ces portraits. Pouvez-vous confirmer que les trois personnes ont donné leur accord, et retirer leurs numéros de téléphone ?',
    html: `<p>Une boulangerie à Roanne, un atelier de réparation de vélos à Villeurbanne, une conserverie à Annonay.</p>`,
  },
  {
    by: 'pro',
    title: 'Bilan de l’année : ce que nous avons appris',
    summary: '',
    state: 'draft',
    ago: 1,
    html: `<p>À compléter : chiffres du second semestre, et la parole à deux créatrices.</p>`,
  },
  {
    by: 'pro2',
    title: 'Offre spéciale sur nos bureaux partagés',
    summary: 'Des bureaux à tarif réduit jusqu’à la fin du mois.',
    state: 'refused',
    ago: 25,
    reason:
      'Les articles informent sur l’accompagnement : une offre commerciale n’y a pas sa place. Décrivez plutôt vos bureaux sur la fiche de votre structure.',
    html: `<p>Trente pour cent de remise sur tous nos bureaux.</p>`,
  },
]
