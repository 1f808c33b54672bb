/** All that somebody has to do. */
export const nl = {
  title: 'Mijn werk',
  lead: 'Alles wat jij moet doen, het dringendste eerst.',
  show: 'Laat zien',
  shows: { open: 'Alles wat open staat', today: 'Vandaag', overdue: 'Te laat', finished: 'Gedaan' },
  emptyTitle: 'Er ligt niets voor je klaar',
  empty: 'Komt er een taak bij, dan hoor je het.',
  emptyFinished: 'Je hebt nog niets afgerond.',
  waitingTitle: 'Deze melding wacht op jou',
  waiting: 'Bel je collega. Pak de melding op, dan weet iedereen dat jij het doet.',
  open: 'Open de melding',
};
