import { useEffect, useState } from 'react';
import { highestColumn, matrixFits } from '../../contract/norm-matrix.ts';
import { serverNow } from '../session/now.ts';
import { type Language, useLanguage } from '../text/index.ts';
import { type Drafts, type OpenedDraft, read } from './api.ts';
import { type Draft, unpackDraft } from './draft.ts';
import { whereOf } from './summary.ts';
import type { Surroundings } from './surroundings.ts';
import { type ReportText, useReportText } from './text.ts';
import { wordFor } from './words.ts';

/** Whoever has this many begun reports will not look for one by what it is about. */
const mostToOpen = 10;

/**
 * What each begun report is about, in a few words, so that one can be told from another. Never from the story: the first
 * screen may be seen by whoever stands beside it.
 */
export function useDraftSubjects(drafts: Drafts, surroundings: Surroundings): ReadonlyMap<string, string> {
  const text = useReportText();
  const language = useLanguage();
  const [opened, setOpened] = useState<readonly Draft[]>([]);
  useEffect(() => {
    let isWanted = true;
    Promise.all(drafts.slice(0, mostToOpen).map(({ draftId }) => read<OpenedDraft>(`/drafts/${draftId}`))).then(
      (answers) => {
        if (!isWanted) return;
        setOpened(answers.flatMap((answer) => (answer.ok ? [unpackDraft(answer.body.content, serverNow())] : [])));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [drafts]);
  return new Map(opened.map((draft) => [draft.draftId, subjectOf(draft, { text, language, surroundings })]));
}

interface Words {
  readonly text: ReportText;
  readonly language: Language;
  readonly surroundings: Pick<Surroundings, 'matrix' | 'locations' | 'words'>;
}

/** What was seen and where, as far as that was answered. */
export function subjectOf(draft: Draft, { text, language, surroundings }: Words): string {
  const column = matrixFits(draft.kind) ? highestColumn(draft.columns) : null;
  const seen = surroundings.matrix?.columns.find((content) => content.column === column)?.title[language];
  const what = seen ?? kindOf(draft, { text, language, surroundings });
  return [what, whereOf({ draft, text, language, ...surroundings })].filter(Boolean).join(', ');
}

/** Aggression goes without saying, unless the organisation has a word of its own for it. */
function kindOf({ kind, chosenWords }: Draft, { text, language, surroundings }: Words): string {
  const called = wordFor(surroundings.words, 'kind', chosenWords.kind?.[0] ?? kind, language);
  return called ?? (kind === 'incident' ? '' : text.kind.choices[kind].label);
}

/** With seconds where two of them were begun in the same minute. */
export function needsSeconds(drafts: Drafts, startedAt: string): boolean {
  const minute = startedAt.slice(0, 'yyyy-mm-ddThh:mm'.length);
  return drafts.filter((draft) => draft.startedAt.startsWith(minute)).length > 1;
}
