/** What people in the town say where a story has no words of its own. Nobody in it exists. */

/** Of those who were there too. */
export const accountTexts = [
  'Ik zat een paar meter verderop. Ik hoorde het schreeuwen en ben er meteen bij gaan staan.',
  'Ik kwam net binnen. De sfeer was gespannen. Mijn collega bleef rustig en duidelijk.',
  'Ik zag het gebeuren. Toen het uit de hand liep, heb ik hulp gehaald.',
  'Ik heb vooral de andere bezoekers opgevangen. Die waren erg geschrokken.',
  'Het ging heel snel. Achteraf trilde ik ervan. Met een kop koffie samen ging het beter.',
  'Ik heb gehoord wat er gezegd werd. Het was precies zoals mijn collega het vertelt.',
] as const;

/** At a counter or on the street there is nothing in writing. By code of the task. */
export const dropReasons: Readonly<Record<string, string>> = {
  evidence: 'Er zijn geen berichten of brieven.',
};

export const conclusions = {
  emotion: [
    'We hebben uitgelegd wat er misging. Er is nu één vaste medewerker.',
    'De brief was onduidelijk. Hij is herschreven en de mevrouw is gebeld.',
  ],
  verbal: [
    'Gesproken met deze persoon. Hij bood excuses aan. We laten het hierbij.',
    'Brief met uitleg verstuurd. Sindsdien is het rustig gebleven.',
    'Besproken in het team. We spreken elkaar eerder aan en halen er iemand bij.',
    'Mevrouw kreeg een waarschuwing. Ze heeft nu één vast contactpersoon.',
    'Niet bekend wie het was. We hebben afgesproken hoe we de volgende keer ophangen.',
  ],
  threat: [
    'Melding gedaan bij de politie. De wijkagent sprak meneer aan.',
    'Waarschuwing verstuurd. Gesprekken voeren we voortaan met twee mensen.',
    'Aangifte gedaan als Veilige Publieke Taak. Contact loopt via één persoon.',
    'Meneer is gesproken, samen met de wijkagent. Hij mag drie maanden niet zonder afspraak komen.',
  ],
  violence: [
    'Aangifte gedaan. De verdachte is gehoord. De collega werkt weer volledig.',
    'Aangifte gedaan en de schade is vergoed. We werken hier voortaan met twee mensen.',
    'Verbod voor een jaar uitgereikt. De collega kreeg hulp en is weer begonnen.',
  ],
} as const;

export const responses = {
  emotion: ['Gebeld en uitgelegd wat er nu gebeurt.'],
  verbal: [
    'Gebeld en gezegd wat we niet accepteren.',
    'Brief met uitleg over hoe we met elkaar omgaan.',
    'Gesprek gevoerd met de teammanager erbij.',
  ],
  threat: [
    'Schriftelijke waarschuwing verstuurd.',
    'Brief met een waarschuwing. Contact alleen op afspraak.',
    'Gesprek met de wijkagent erbij, daarna een brief.',
  ],
  violence: [
    'Brief met een verbod voor zes maanden.',
    'Brief met een verbod voor een jaar, na de andere kant te hebben gehoord.',
  ],
} as const;

export const people = {
  named: [
    'De heer Visscher',
    'Mevrouw Bron',
    'De heer Oosting',
    'Mevrouw Talsma',
    'De heer Weide',
    'Mevrouw Kremer',
    'De heer Zandstra',
    'De heer Boersma',
  ],
  described: [
    'Man van rond de 40, blauwe jas',
    'Vrouw met een kinderwagen',
    'Jongen van een jaar of 18, zwarte trui',
    'Man met een wit busje',
    'Vrouw van rond de 60, kort grijs haar',
    'Man met een pet en een hond',
  ],
} as const;
