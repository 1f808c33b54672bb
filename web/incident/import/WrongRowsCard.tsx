import { useState } from 'react';
import type { ImportView } from '../../../contract/import.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { ProblemView } from '../../components/ProblemView.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Problem } from '../../session/problem.ts';
import { useShownProblem } from '../../session/ShownProblem.tsx';
import { useBilingual, useLanguage } from '../../text/index.ts';
import { downloadWrongRows } from './download-wrong-rows.ts';
import { useImportText } from './text.ts';

/** Above that they come piece by piece, and so as CSV. */
const mostRowsInFile = 20_000;

/** The rows that do not work, why, and the file with which they are made right. */
export function WrongRowsCard({ view: { importId, reading, wrong, wrongBy, wrongParts } }: { view: ImportView }) {
  const text = useImportText();
  const say = useBilingual();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = useShownProblem(problem);
  if (wrong === 0 || wrongParts === 0) return null;

  async function download() {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await downloadWrongRows(importId, language);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card heading={text.wrongTitle(wrong)}>
      <Stack>
        <ul className="import-wrong plain-list">
          {wrongBy.map(({ code, count, text: sentence }) => (
            <li key={code}>
              <Tag tone="amber">{text.valueCount(count)}</Tag>
              <span>{say(sentence)}</span>
            </li>
          ))}
        </ul>
        <Text soft>{text.wrongLead}</Text>
        {shown && <ProblemView problem={shown} />}
        <div>
          {wrong > mostRowsInFile ? (
            <Button kind="secondary" busy={isBusy} onClick={() => void download()}>
              {text.downloadAs('CSV')}
            </Button>
          ) : (
            <ButtonLink
              kind="secondary"
              href={`/api/v1/incident-imports/${importId}/wrong-rows-file?language=${language}`}
              download
            >
              {text.downloadAs(text.formats[reading?.format ?? 'csv'])}
            </ButtonLink>
          )}
        </div>
      </Stack>
    </Card>
  );
}
