/** What need not be reported: there is never a name in it. */
export const nl = {
  title: 'Notities',
  lead: 'Wat je niet hoefde te melden. Er staat nooit een naam in.',
  scope: 'Welke notities',
  scopes: { mine: 'Van mij', organisation: 'Hele organisatie' },
  columns: { what: 'Wat', when: 'Wanneer', where: 'Waar', team: 'Team', act: 'Actie' },
  caption: 'Notities, de nieuwste eerst',
  corrected: 'stopte na een opmerking',
  remove: 'Haal weg',
  removed: 'De notitie is weg.',
  emptyTitle: 'Nog geen notities',
  empty: 'Een notitie maak je tijdens het melden, als melden niet nodig is.',
  what: {
    self_directed_emotion: 'Boos of verdrietig om zichzelf',
    organisation_directed_emotion: 'Boos op regels',
    verbal_aggression: 'Schelden of kleineren',
    threat: 'Dreigen',
    physical_violence: 'Geweld',
  },
};
