import { namePrefixes, nameTitles } from '../../people/person-keys.ts';

/** What stands in such a column when nobody knew the name. */
const nobody = new Set(
  `man mannen vrouw vrouwen jongen jongens meisje meisjes jongeren jeugd kind kinderen persoon personen iemand onbekend onbekende anoniem
  klant klanten bezoeker bezoekers burger burgers client cliënt clienten cliënten inwoner bewoner huurder reiziger passagier leerling
  student patient patiënt
  ouder ouders vader moeder zoon dochter broer zus buurman buurvrouw partner familie groep groepje collega medewerker bestuurder
  geen niet zelfde idem diverse meerdere zie unknown man woman group person client customer visitor none various`.split(
    /\s+/,
  ),
);

/** More words than this are a story in the place of a name. */
const MOST_WORDS = 4;

/**
 * Whether a register gives the name of somebody here, and no description: "Berg, Piet van der", "K. Smit" and "dhr. Kowalski" are
 * names; "man met hond", "Klant" and "Jansen?" are not. When in doubt it is no name, for a name is compared with those of others.
 */
export function isToldName(text: string): boolean {
  const written = text.split(/[\s,]+/).filter(Boolean);
  const named = written.filter((word) => !nameTitles.has(plain(word)));
  const own = named.filter((word) => !namePrefixes.has(plain(word)));
  const hasTitle = named.length < written.length;
  return (
    own.length >= (hasTitle ? 1 : 2) &&
    own.length <= MOST_WORDS &&
    own.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !nobody.has(plain(word)))
  );
}

/** "Dhr." as "dhr", and "'t" as "t". */
const plain = (word: string) => word.toLowerCase().replace(/['’.]/g, '');
