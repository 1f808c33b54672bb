/** Notifications, push messages on this device, and the postbox of a demonstration. */
export const nl = {
  title: 'Berichten',
  lead: 'Hier staat wat er voor je is. Namen en verhalen vind je in de melding zelf.',
  allRead: 'Alles gelezen',
  unread: 'nieuw',
  urgent: 'nu',
  emptyTitle: 'Je bent bij',
  empty: 'Er zijn geen berichten. Gebeurt er iets? Dan hoor je het hier.',
  device: {
    title: 'Ook op dit apparaat',
    lead: 'Krijg een seintje, ook als de app dicht is. Op je scherm staat nooit wat er is.',
    turnOn: 'Zet seintjes aan',
    turnOff: 'Zet seintjes uit',
    isOn: 'Seintjes staan aan op dit apparaat.',
    denied: 'Je browser houdt seintjes tegen. Zet ze aan bij de instellingen van je browser.',
    impossible:
      'Dit apparaat kan geen seintjes krijgen. Gebruik je een iPhone? Zet de app dan eerst op je beginscherm.',
    turnedOn: 'Je krijgt nu seintjes op dit apparaat.',
    turnedOff: 'Je krijgt geen seintjes meer op dit apparaat.',
  },
  postbox: {
    title: 'Postvak van de oefenstad',
    lead: 'Hier komen de mails en sms’jes aan die anders echt weg waren gegaan.',
    emptyTitle: 'Het postvak is leeg',
    empty: 'Doe een melding. Dan komt hier post aan.',
    channels: { email: 'e-mail', sms: 'sms' },
    to: (address: string) => `aan ${address}`,
    choose: 'Kies een bericht om te lezen.',
  },
};
