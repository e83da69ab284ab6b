import { addresses } from '#addresses'
import { EditorialPage } from './editorial-page.tsx'

const state = (
  <>
    <p>
      Ce site vise le niveau AA du Référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2). Aucun audit
      complet par une personne n’a encore été mené : au sens de la loi, il est donc déclaré{' '}
      <strong>non conforme</strong> tant que cet audit n’a pas eu lieu.
    </p>
    <p>Cette page ne dit que ce qui a été vérifié.</p>
  </>
)

const checked = (
  <ul>
    <li>
      Chaque modèle de page passe un contrôle automatique (axe-core) sans erreur relevée, sur un petit écran et sur un
      grand, en clair et en sombre. Un tel contrôle ne voit qu’une partie des défauts possibles.
    </li>
    <li>Chaque action se fait sans JavaScript, par un lien ou par un formulaire.</li>
    <li>Chaque champ a une étiquette ; son aide et son erreur lui sont reliées ; un résumé mène à chaque erreur.</li>
    <li>Un lien « Aller au contenu » ouvre chaque page ; le clavier montre toujours où il se trouve.</li>
    <li>Rien n’est dit par la couleur seule ; les contrastes du texte visent 7 pour 1.</li>
    <li>Les animations s’arrêtent pour qui l’a demandé à son appareil.</li>
  </ul>
)

const missing = (
  <ul>
    <li>L’essai complet avec des lecteurs d’écran.</li>
    <li>L’essai de chaque page agrandie à 400 %.</li>
    <li>La carte : l’adresse est toujours écrite à côté, mais la carte elle-même n’apporte rien sans la voir.</li>
    <li>Les textes et les documents fournis par les structures, que nous ne relisons pas tous.</li>
  </ul>
)

const help = (
  <>
    <p>
      Vous n’arrivez pas à lire une page ou à vous servir d’un formulaire ?{' '}
      <a href={addresses.contact()}>Écrivez-nous</a> : nous vous donnerons l’information autrement, et nous corrigerons.
    </p>
    <p>
      Sans réponse satisfaisante, vous pouvez saisir le{' '}
      <a href="https://www.defenseurdesdroits.fr/">Défenseur des droits</a>, en ligne, par courrier gratuit (Défenseur
      des droits, Libre réponse 71120, 75342 Paris CEDEX 07) ou auprès de son délégué dans votre département.
    </p>
  </>
)

/** The declaration: the state, what was checked, what was not, whom to tell. */
export function AccessibilityPage() {
  return (
    <EditorialPage
      title="Accessibilité"
      lead="Ce site est fait pour tout le monde, y compris au clavier, avec un lecteur d’écran ou en très gros caractères."
      chapters={[
        { id: 'etat', title: 'Où nous en sommes', body: state },
        { id: 'verifie', title: 'Ce qui a été vérifié', body: checked },
        { id: 'manque', title: 'Ce qui ne l’est pas encore', body: missing },
        { id: 'signaler', title: 'Nous signaler un obstacle', body: help },
      ]}
    />
  )
}
