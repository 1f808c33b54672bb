import { LOCATION_PREFIX, type ValueTarget, WORD_PREFIX } from '../../../contract/import-words.ts';
import { incidentKinds, matrixColumns, placeKinds, severities } from '../../../contract/incident-words.ts';
import { listLocations, listTeams } from '../../../contract/organisation.ts';
import { listVocabularies } from '../../../contract/vocabulary.ts';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useIncidentText } from '../text.ts';
import { useImportText } from './text.ts';

interface Choice {
  value: string;
  label: string;
}

/** What a value of the file can be with us, in our words. */
export function useCodeChoices(target: ValueTarget): readonly Choice[] {
  const text = useImportText();
  const words = useIncidentText();
  const teams = useRead(listTeams, {}, { enabled: target === 'team' });
  const locations = useRead(listLocations, {}, { enabled: target === 'place' });
  const vocabularies = useRead(listVocabularies, {}, { enabled: target === 'place' || target === 'kind' });
  const say = useBilingual();
  const ownWords = (list: 'kind' | 'place') =>
    (vocabularies.data?.lists.find(({ content }) => content.list === list)?.content.words ?? []).flatMap(
      ({ code, label, countsAs }) =>
        countsAs && label ? [{ value: `${WORD_PREFIX}${countsAs}:${code}`, label: say(label) }] : [],
    );
  switch (target) {
    case 'kind':
      return [...incidentKinds.map((value) => ({ value, label: words.kinds[value] })), ...ownWords('kind')];
    case 'severity':
      return severities.map((value) => ({ value, label: words.severities[value] }));
    case 'behaviour':
      return matrixColumns.map((value) => ({ value, label: text.behaviours[value] }));
    case 'place':
      return [
        ...(locations.data?.locations ?? []).map(({ id, name }) => ({ value: LOCATION_PREFIX + id, label: name })),
        ...placeKinds.map((value) => ({ value, label: text.places[value] })),
        ...ownWords('place'),
      ];
    case 'team':
      return (teams.data?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }));
    case 'injured':
    case 'police':
      return [
        { value: 'yes', label: text.yes },
        { value: 'no', label: text.no },
      ];
    case 'state':
      return [
        { value: 'closed', label: text.closed },
        { value: 'open', label: text.open },
      ];
  }
}
