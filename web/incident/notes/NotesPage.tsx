import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listNotes, undoNote } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { FilterBar } from '../../components/FilterBar.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { type Column, Table } from '../../components/Table.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useAddressWords } from '../../session/address.ts';
import { hasRole, useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { NoteQuestions } from '../patterns/NoteQuestions.tsx';
import { usePatternText } from '../patterns/text.ts';
import { useIncidentText } from '../text.ts';
import { useNotesText } from './text.ts';

type Note = AnswerOf<typeof listNotes>['notes'][number];

/** What need not be reported, noted in one tap. Never a name. */
export function NotesPage() {
  const text = useNotesText();
  const patternText = usePatternText();
  const me = useMe();
  const [words, change] = useAddressWords();
  const seesAll = hasRole(me, 'coordinator');
  const scope = seesAll && words.wie === 'organisatie' ? 'organisation' : 'mine';
  const columns = useColumns(scope);
  const pages = useReadPages(listNotes, (cursor) => ({ query: { scope, ...(cursor && { cursor }) } as const }));
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          seesAll && (
            <ButtonLink kind="secondary" href="/patronen">
              {patternText.toPatterns}
            </ButtonLink>
          )
        }
      />
      <NoteQuestions />
      {seesAll && (
        <FilterBar active={scope === 'mine' ? 0 : 1} onClear={() => change({ wie: undefined })}>
          <Field id="wie" label={text.scope}>
            <Select
              emptyLabel={text.scopes.mine}
              options={[{ value: 'organisatie', label: text.scopes.organisation }]}
              value={scope === 'organisation' ? 'organisatie' : ''}
              onChange={(value) => change({ wie: value || undefined })}
            />
          </Field>
        </FilterBar>
      )}
      <AnsweredList
        of={pages}
        itemsOf={(page) => page.notes}
        empty={
          <EmptyState drawing="calm" title={text.emptyTitle}>
            {text.empty}
          </EmptyState>
        }
      >
        {(notes) => <Table caption={text.caption} columns={columns} rows={notes} rowId={(note) => note.noteId} />}
      </AnsweredList>
    </Stack>
  );
}

function useColumns(scope: 'mine' | 'organisation'): readonly Column<Note>[] {
  const text = useNotesText();
  const words = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  const what = (note: Note) => [text.what[note.column], note.corrected && text.corrected].filter(Boolean).join(', ');
  return [
    { id: 'what', header: text.columns.what, kind: 'title', cell: what },
    { id: 'when', header: text.columns.when, cell: (note) => moments.moment(note.occurredAt, now) },
    {
      id: 'where',
      header: text.columns.where,
      cell: (note) => note.locationName ?? words.placeKinds[note.placeKind],
    },
    ...(scope === 'organisation'
      ? [{ id: 'team', header: text.columns.team, cell: (note: Note) => note.teamName ?? '' }]
      : [
          {
            id: 'act',
            header: text.columns.act,
            cell: (note: Note) => <RemoveNote note={note} what={what(note)} />,
          },
        ]),
  ];
}

function RemoveNote({ note, what }: { note: Note; what: string }) {
  const text = useNotesText();
  const say = useSay();
  const undo = useWrite(undoNote);
  async function remove() {
    if (await undo.send({ params: { noteId: note.noteId } })) say(text.removed);
  }
  return (
    <Button kind="plain" busy={undo.isBusy} aria-label={`${text.remove}: ${what}`} onClick={() => void remove()}>
      {text.remove}
    </Button>
  );
}
