import { getColleague, listLocations, listTeams } from '../../../contract/organisation.ts';
import { useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import type { NarrowingWord } from './filters.ts';
import { useListText } from './text.ts';
import type { Filters } from './useFilters.ts';
import { useListWords } from './useListWords.ts';

/** What a filter is called on the screen: "Ernst: Dreigen of intimideren". */
export function useFilterNames({ on, seesAll }: Pick<Filters, 'on' | 'seesAll'>): (word: NarrowingWord) => string {
  const text = useListText();
  const incident = useIncidentText();
  const { isRead, kinds, ownWords } = useListWords();
  const moments = useMoments();
  const now = useNow();
  const me = useMe();
  const teams = useRead(listTeams, {}, { enabled: seesAll && on.team !== undefined });
  const locations = useRead(listLocations, {}, { enabled: on.locatie !== undefined });
  const personId = on.heeft === undefined || on.heeft === 'ik' ? undefined : on.heeft;
  const holder = useRead(
    getColleague,
    { params: { personId: personId ?? me.person.id } },
    { enabled: personId !== undefined },
  );
  const named = (all: readonly { id: string; name: string }[] | undefined, id: string, otherwise: string) =>
    all ? (all.find((each) => each.id === id)?.name ?? otherwise) : '…';

  const unread = (otherwise: string) => (isRead ? otherwise : '…');

  function wordsFor(word: NarrowingWord): string {
    const value = on[word] ?? '';
    const among = <Known extends string>(words: Readonly<Record<Known, string>>) => words[value as Known] ?? value;
    switch (word) {
      case 'stand':
        return value === 'open' ? incident.list.open : among(incident.states);
      case 'ernst':
        return among(incident.severities);
      case 'soort':
        return kinds.find(({ code }) => code === value)?.name ?? unread(text.unknownWord);
      case 'woord':
        return ownWords.find(({ word }) => word === value)?.name ?? unread(text.unknownWord);
      case 'team':
        return named(teams.data?.teams, value, text.unknownTeam);
      case 'locatie':
        return named(locations.data?.locations, value, text.unknownLocation);
      case 'heeft':
        return value === 'ik' ? text.me : (holder.data?.name ?? text.colleague);
      case 'van':
      case 'tot':
        return moments.date(value) || moments.day(value, now);
      case 'nummer':
        return value;
    }
  }
  /** "Waar: In de tram": what it is about says more than that it is a word of our own. */
  const about = (word: NarrowingWord) =>
    (word === 'woord' && ownWords.find((own) => own.word === on.woord)?.about) || text.filters[word];
  return (word) => `${about(word)}: ${wordsFor(word)}`;
}
