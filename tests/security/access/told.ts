import type { Question } from '../../../contract/questions.ts';

/** What people tell, each so odd that it stands nowhere by chance. */
export const told = {
  fatima: 'Zwaluwstaart zei de man aan de balie',
  sanne: 'Ik stond ernaast bij het Kraaiennest',
  mila: 'Ik hoorde hem roepen over Distelvink',
  aylin: 'Vanuit de gang zag ik de Rietgorsjas',
  aggressor: 'Zébulon Quasterveld',
  place: 'achter de Blauwvoetloods',
  addendum: 'Later zei hij nog Moerbeientaart',
  series: 'Weer een mail over de Bosuilenkelder',
  addendumOfWitness: 'Hij had een Goudplevierpet op',
  demanded: 'een Paradijsvogelpas',
  answer: 'Een Boterbloemjas, denk ik',
  contact: 'Ze vertelde over de Klaproosdroom',
  task: 'Bel de leverancier van Hommelnestcamera',
  ownTask: 'Zet de Leeuwerikbank recht',
  dropped: 'De Leeuwerikbank staat al recht, zei Wolkenstruik',
  response: 'Brief over het Wespenvoorval verstuurd',
  conclusion: 'Hij mag niet meer bij de Kamperfoeliepoort',
  reopened: 'Er kwam een tweede Vlierbesbriefje',
  draft: 'Kwartelbrouwsel in het concept',
  summary: 'Een man schold bij de Aalscholverdeur',
  approach: 'Houd de Roerdompdeur open',
  summaryWords: 'Zeg liever Waterhoenvijver',
  relative: 'Wielewaal Thuishaven',
  withdrawn: 'Ik wil rust, zei de Appelvinkdroom',
  refiled: 'Op de beelden staat de Fluiterhoed',
  attachment: 'Pimpelmeesfoto.pdf',
  attachmentOfWitness: 'Boomklevergeluid.wav',
} as const;

/** What the organisation asks on top of everything. */
export const askedMore: Question = {
  code: 'clothes',
  label: { nl: 'Wat droeg de persoon?', en: 'What did they wear?' },
  hint: null,
  chapter: null,
  showWhen: null,
  kind: 'text',
};
