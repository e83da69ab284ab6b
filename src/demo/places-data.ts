/** A place of the demo: name, street, postal code, city, commune (INSEE), latitude, longitude. The name and the street are invented. */
export type DemoPlace = readonly [
  name: string,
  street: string,
  postalCode: string,
  city: string,
  commune: string,
  latitude: number,
  longitude: number,
]

export const PLACES = {
  LYON3: ['Maison de l’entreprise', '20 rue des Tanneurs', '69003', 'Lyon', '69383', 45.7597, 4.8496],
  VILLEURBANNE: ['Pépinière du Tonkin', '12 rue de la Filature', '69100', 'Villeurbanne', '69266', 45.7719, 4.8902],
  ROANNE: ['Espace Saint-Louis', '4 rue du Marché', '42300', 'Roanne', '42187', 46.0346, 4.0722],
  SAINT_ETIENNE: ['Cité du projet', '8 rue des Passementiers', '42000', 'Saint-Étienne', '42218', 45.4397, 4.3872],
  GRENOBLE: ['La Fabrique', '3 place du Verdon', '38000', 'Grenoble', '38185', 45.1885, 5.7245],
  ANNECY: ['Maison du lac', '15 rue des Bateliers', '74000', 'Annecy', '74010', 45.8992, 6.1294],
  CLERMONT: ['Le Volcan', '22 rue de la Lave', '63000', 'Clermont-Ferrand', '63113', 45.7772, 3.087],
  VALENCE: ['Le Quai des projets', '6 rue des Mariniers', '26000', 'Valence', '26362', 44.9334, 4.8924],
  BOURG: ['Maison des initiatives', '10 rue du Bastion', '01000', 'Bourg-en-Bresse', '01053', 46.2052, 5.2255],
  CHAMBERY: ['Les Ateliers du centre', '2 rue des Arcades', '73000', 'Chambéry', '73065', 45.5646, 5.9178],
  AURILLAC: ['Le Village des métiers', '9 rue du Buis', '15000', 'Aurillac', '15014', 44.9258, 2.4398],
  PUY: ['Salle des Dentellières', '5 rue du Puits', '43000', 'Le Puy-en-Velay', '43157', 45.0428, 3.8829],
  PRIVAS: ['Espace Ouvèze', '1 chemin des Marronniers', '07000', 'Privas', '07186', 44.7353, 4.5993],
  MOULINS: ['Halle des créateurs', '7 rue du Jacquemart', '03000', 'Moulins', '03190', 46.5661, 3.3332],
} as const satisfies Record<string, DemoPlace>
