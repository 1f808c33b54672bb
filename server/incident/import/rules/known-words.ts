import type { ImportTarget, ValueTarget } from '../../../../contract/import-words.ts';

/** How registers call their columns, the surest first. Plain lower case, without accents. */
export const headerWords: readonly (readonly [ImportTarget, RegExp])[] = [
  [
    'leave_out',
    /^(?:wat er niet klopt|what is wrong|bsn|burgerservicenummer|sofi|sofinummer|kolom \d+|country code)\b/,
  ],
  [
    'number',
    /^(?:incident id|incidentnummer|meldingsnummer|meldingnummer|registratienummer|volgnummer|dossiernummer|nummer|nr\.?|no\.?|id)$/,
  ],
  ['occurred_year', /^(?:year|jaar|jaar incident)$/],
  ['occurred_month', /^(?:month|maand)$/],
  ['occurred_day', /^(?:day|dag)$/],
  [
    'reported',
    /^(?:datum melding|meldingsdatum|meldatum|gemeld op|datum gemeld|datum registratie|report(?:ed)?(?: date| on)?)$/,
  ],
  [
    'occurred',
    /^(?:datum(?: incident| voorval| en tijd)?|incidentdatum|voorvaldatum|wanneer|date|incident date|occurred)$/,
  ],
  ['occurred_time', /^(?:tijd(?:stip)?(?: incident)?|tijd voorval|hoe laat|time)$/],
  [
    'behaviour',
    /^(?:means of attack|vorm(?: van)?(?: agressie| geweld)?|gedrag|soort agressie|type agressie|soort incident|aard(?: incident| voorval)?|wat|behaviou?r)$/,
  ],
  ['severity', /^(?:ernst|zwaarte|severity|categorie ernst)$/],
  ['kind', /^(?:soort|soort melding|type melding|kind|categorie)$/],
  ['place', /^(?:locatie|plaats|location|waar|plek|vestiging|gebouw)$/],
  ['team', /^(?:team|afdeling|organisatieonderdeel|department|cluster)$/],
  ['injured', /^(?:letsel|gewond\??|verwonding(?:en)?|injur(?:y|ed)\??)$/],
  ['police', /^(?:politie\??|politie (?:erbij|gebeld|ingeschakeld)\??|police\??)$/],
  ['state', /^(?:status|stand|afgehandeld\??|afgesloten\??|gesloten\??|state)$/],
  [
    'coordinates',
    /^(?:latitude|longitude|lat|lon|lng|breedtegraad|lengtegraad|coordinat(?:es|en)|x coordinaat|y coordinaat)$/,
  ],
  [
    'place_text',
    /^(?:adres|address|plaatsomschrijving|straat|country|region|district|city|land|regio|wijk|woonplaats|ruimte|kamer|balie)$/,
  ],
  ['aggressor', /^(?:dader|veroorzaker|agressor|naam dader|naam veroorzaker|actor name|wie|klant|naam klant)$/],
  [
    'story',
    /^(?:omschrijving|toelichting|verhaal|beschrijving|opmerking(?:en)?|details|description|wat gebeurde er\??)$/,
  ],
];

type Known = readonly (readonly [string, RegExp])[];

const yesNo: Known = [
  ['yes', /^(?:ja|j|yes|y|waar|true|1|x|wel)$/],
  ['no', /^(?:nee|n|no|neen|onwaar|false|0|geen|niet)$/],
];

/** How registers call the things that have a code with us. */
export const valueWords: Readonly<Record<ValueTarget, Known>> = {
  behaviour: [
    [
      'physical_violence',
      /geweld|fysiek|lichamelijk|slaan|geslagen|schop|duw|mishandel|spug|shoot|kidnap|assault|bomb|shelling|explosi|ied|landmine|rape|attack|violence|vernieling/,
    ],
    ['threat', /dreig|intimid|threat|detention|arrest|stalk|chant/],
    ['verbal_aggression', /verba|scheld|beledig|discrim|schreeuw|uitgescholden|kleiner|insult|abuse/],
    ['organisation_directed_emotion', /emotie|boos|frustr|klacht|emotion|anger/],
  ],
  severity: [
    ['violence', /geweld|zwaar|ernstig|hoog|violence|severe|high/],
    ['threat', /dreig|midden|matig|threat|medium/],
    ['verbal', /verba|scheld|licht|laag|verbal|low|minor/],
    ['emotion', /emotie|boos|emotion/],
    ['none', /^geen$|^none$/],
  ],
  kind: [
    ['missing_person', /vermis|missing/],
    ['calamity', /calamiteit|calamity/],
    ['transgressive', /ongewenst|grensoverschrijdend|seksue|transgress/],
    ['social_media', /social|online|internet|facebook|twitter|whatsapp/],
    ['incident', /agressie|incident|geweld|verba|dreig|aggression/],
  ],
  place: [
    ['road', /road|onderweg|straat|buiten|openbaar|public|verkeer|bus|trein/],
    ['home_visit', /huisbezoek|project site|bij klant|bij client|thuis bij|keukentafel/],
    ['private_life', /^home$|prive|woning medewerker|thuis/],
    ['phone', /telefo|phone|gebeld/],
    ['online', /online|e-?mail|internet|social|app|teams/],
    ['letter', /brief|post|letter/],
    ['location', /office|compound|kantoor|balie|spreekkamer|gebouw|loket|stadhuis|gemeentehuis|hal|custody|receptie/],
  ],
  team: [],
  injured: yesNo,
  police: yesNo,
  state: [
    ['open', /^(?:nee|no|n|0|false)$|open|lopend|behandeling|in progress|pending|nieuw/],
    ['closed', /^(?:ja|yes|j|y|1|true|x)$|gesloten|afgesl|afgehand|klaar|closed|done|archi/],
  ],
};
