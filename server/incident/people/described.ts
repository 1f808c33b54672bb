import { plainLetters } from '../rules/plain-letters.ts';

/** How somebody was described, in words that can be compared. */
export interface DescribedWord {
  /** As it is compared: "tattoos" and "tatoeage" are the same. */
  readonly word: string;
  /** As it was written. */
  readonly written: string;
  /** By this one somebody can be known: a tattoo, a limp, a dog. Else it only helps. */
  readonly isTelling: boolean;
}

const words = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

/** Says nothing about who it was: what is said of anybody, and how anger is told. */
const saysNothing = words(`
  aan aantal af al alle alleen als altijd ander andere ook bij binnen boven bijna daar daarna dan dat de deed den der deze die dit doen door
  draagt droeg droegen dus een eens eerst en er erg even ging gaan haar had hadden heb hebben heeft heel hem hen het heer hier hij hoe hun iemand
  iets ik in is ja je kan keer kende kent komt kon kwam leeftijd leek lijkt maar man mannen mannelijk me meer meestal meisje jongen met mij mijn
  moest na naam naar naast niet niets nog nu of om omstreeks ongeveer ons onder ook op over persoon rond samen soms steeds te tegen tot tussen
  tijdens uit uur van veel verder vaak voor vond vrouw vrouwelijk vrouwen waar waren was wat weer weg wel welke wie wij wilde zag zat ze zei
  zeer zegt zich zij zijn zo zonder zoon moeder vader zou jaar jaren oud oude ouder jong jonge
  balie loket hal wachtkamer gang gebouw kantoor stadskantoor gemeentehuis deur straat telefoon
  boos boze agressief agressieve schelden schold scheldt schreeuwen schreeuwde schreeuwt roepen riep roept dreigen dreigde bedreigde slaan sloeg
  stond staan liep loopt lopen twee drie kwaad kwade werd worden wordt onbekend onbekende bekende klant bezoeker burger client inwoner reiziger patient
`);

/** What many wear or have: it helps, and is never enough. */
const ordinaryWords = words(`
  jas jack vest trui broek spijkerbroek jeans pet muts hoodie capuchon shirt hemd blouse rok jurk schoen sneaker laars tas rugzak bril haar
  hoofd gezicht hand ogen zwart wit grijs bruin blond rood blauw groen geel oranje donker licht lang kort kaal smal breed dik dun slank groot
  klein stevig normaal gemiddeld dragen gekleed kleding stem hoog laag luid zacht baard snor
  lengte postuur figuur huid kleur nederlands blank getint
`);

/** The same thing in other words, as roots. */
const sameAs: Readonly<Record<string, string>> = {
  tatto: 'tatoeag',
  tato: 'tatoeag',
  cap: 'pet',
  jack: 'jas',
  hal: 'nek',
  hals: 'nek',
  mank: 'hink',
  krepel: 'hink',
  hinkt: 'hink',
};

const ordinary = new Set([...ordinaryWords].map(rootOf));

/** So many of one description are compared; a story holds no more that tells. */
const MOST = 40;

/** Each word once, in the order in which it was written. */
export function describedWords(...texts: readonly (string | null | undefined)[]): readonly DescribedWord[] {
  const found = new Map<string, DescribedWord>();
  for (const written of texts
    .filter(Boolean)
    .join(' . ')
    .match(/[\p{Letter}\p{Number}]+/gu) ?? []) {
    const plain = plainLetters(written);
    if (plain.length < 3 || /^\d+$/.test(plain) || saysNothing.has(plain)) continue;
    const word = rootOf(plain);
    if (found.has(word)) continue;
    found.set(word, { word, written: written.toLowerCase(), isTelling: !ordinary.has(word) });
  }
  return [...found.values()].slice(0, MOST);
}

/** Roughly the word without its endings: "tatoeages" and "tatoeage", "grijze" and "grijs", "hese" and "hees", "honden" and "hond". */
function rootOf(word: string): string {
  const bare = word
    .replace(/(?<=.{3})(tje|je)s?$/, '')
    .replace(/(?<=.{5})s$/, '')
    .replace(/(?<=.{3})en$/, '')
    .replace(/(?<=.{2})e$/, '')
    .replace(/([aeou])\1/g, '$1')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/z$/, 's')
    .replace(/v$/, 'f');
  return sameAs[bare] ?? bare;
}
