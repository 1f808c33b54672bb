import { searchIncidents } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useReadPages } from '../../session/useRead.ts';
import { IncidentTable } from './IncidentTable.tsx';
import { useListText } from './text.ts';

interface FoundByNameProps {
  words: string;
  scope: 'team' | 'organisation';
  onStop: () => void;
}

/** What was found by a name. It stands in no address: a name is nobody's business in a link. */
export function FoundByName({ words, scope, onStop }: FoundByNameProps) {
  const text = useListText();
  const pages = useReadPages(searchIncidents, (cursor) => ({ body: { scope, words, ...(cursor && { cursor }) } }));
  return (
    <Stack>
      <Heading level={2}>{text.search.title(words)}</Heading>
      <Text soft>{text.search.lead}</Text>
      <div>
        <Button kind="secondary" icon="close" onClick={onStop}>
          {text.search.stop}
        </Button>
      </div>
      <AnsweredList
        of={pages}
        itemsOf={(page) => page.incidents}
        empty={
          <EmptyState drawing="people" title={text.search.none}>
            {pages.data?.pages[0]?.isTooShort ? text.search.tooShort : text.search.noneHint}
          </EmptyState>
        }
      >
        {(incidents) => <IncidentTable caption={text.search.caption} rows={incidents} />}
      </AnsweredList>
    </Stack>
  );
}
