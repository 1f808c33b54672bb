import { searchIncidents } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Heading } from '../../components/Heading.tsx';
import { KeysetPager } from '../../components/KeysetPager.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
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
      <Answered of={pages}>
        {({ pages: answered }) => {
          const incidents = answered.flatMap((page) => page.incidents);
          if (incidents.length === 0) {
            return (
              <EmptyState drawing="people" title={text.search.none}>
                {answered[0]?.isTooShort ? text.search.tooShort : text.search.noneHint}
              </EmptyState>
            );
          }
          return (
            <>
              <IncidentTable caption={text.search.caption} rows={incidents} />
              <KeysetPager
                shown={incidents.length}
                hasMore={pages.hasNextPage}
                busy={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            </>
          );
        }}
      </Answered>
    </Stack>
  );
}
