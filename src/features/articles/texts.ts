// Words of articles: the labels and the hints are the manual’s.

export const HINTS = {
  kind: 'L’article regroupe vos actualités, vos communiqués de presse, ou vos articles d’informations sur vos actions et dispositifs.',
  title: 'Le titre de votre article.',
  subtitle: 'Une phrase qui complète le titre.',
  summary: 'Un texte d’accroche de l’article en une ou deux phrases.',
  presentation: 'Le corps du texte, que vous pouvez mettre en page à l’aide de la barre d’outils au-dessus.',
  departements: 'Cochez les départements concernés uniquement si votre article concerne spécifiquement ceux indiqués.',
  sectors: 'Cochez les secteurs d’activité que l’article concerne, si besoin.',
  access:
    'Indiquez si le contenu de l’article est destiné aux « publics » des créateurs, ou réservé aux « professionnels » de l’accompagnement.',
  public: 'Visible par tous.',
  pro: 'Uniquement visible par les professionnels de l’accompagnement.',
  afterwards: 'Votre article n’apparaît sur le site qu’après sa validation par nos soins.',
} as const
