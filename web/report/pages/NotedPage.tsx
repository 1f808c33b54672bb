import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { type Locations, write } from '../api.ts';
import type { Draft } from '../draft.ts';
import { ReportPage } from '../ReportPage.tsx';
import { useReportText } from '../text.ts';
import { AddToNote } from './AddToNote.tsx';

interface NotedPageProps {
  noteId: string;
  draft: Draft;
  locations: Locations;
  /** Takes the note back and goes on to a report with the same answers. */
  onReport: () => void;
}

/** A note needs nothing more. It can be taken back, or become a report after all. */
export function NotedPage({ noteId, draft, locations, onReport }: NotedPageProps) {
  const text = useReportText();
  const [isGone, setIsGone] = useState(false);
  async function undo(): Promise<boolean> {
    const undone = await write('DELETE', `/notes/${noteId}`, crypto.randomUUID());
    if (undone.ok) setIsGone(true);
    return undone.ok;
  }
  return (
    <ReportPage title={isGone ? text.noted.undone : text.noted.title} lead={isGone ? undefined : text.noted.lead}>
      <Stack>
        {!isGone && <AddToNote noteId={noteId} draft={draft} locations={locations} />}
        <ButtonLink href="/" wide>
          {text.noted.home}
        </ButtonLink>
        {!isGone && (
          <>
            <Button kind="secondary" wide onClick={() => void undo().then((done) => done && onReport())}>
              {text.noted.report}
            </Button>
            <Button kind="plain" onClick={() => void undo()}>
              {text.noted.undo}
            </Button>
          </>
        )}
        <Text role="status" className="visually-hidden">
          {isGone ? text.noted.undone : ''}
        </Text>
      </Stack>
    </ReportPage>
  );
}
