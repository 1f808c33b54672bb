import type { ComponentType } from 'react';
import { changeMatrix, getMatrix, type MatrixContent } from '../../../contract/protocol.ts';
import { Card } from '../../components/Card.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { ChangeFrame } from '../editing/ChangeFrame.tsx';
import { replaced } from '../editing/lists.ts';
import { NotForYou } from '../editing/NotForYou.tsx';
import { isSame } from '../editing/same.ts';
import { useArrival } from '../editing/useArrival.ts';
import { useEditing } from '../editing/useEditing.ts';
import type { Draft } from '../editing/useKeptDraft.ts';
import { useMayChange } from '../mayChange.ts';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { MatrixView } from './MatrixView.tsx';

interface ChangeMatrixPageProps {
  /** The question of the report entry in which the matrix stands; the shell brings it along. */
  reporterPreview: ComponentType<{ matrix: MatrixContent }>;
}

export function ChangeMatrixPage({ reporterPreview }: ChangeMatrixPageProps) {
  const mayChange = useMayChange();
  const matrix = useRead(getMatrix, {});
  if (!mayChange) return <NotForYou />;
  return (
    <Answered of={matrix} isPage>
      {({ content, version }) => (
        <ChangeMatrix
          inForce={{ content, basedOnVersion: version }}
          reporterPreview={reporterPreview}
          onRefused={() => void matrix.refetch()}
        />
      )}
    </Answered>
  );
}

interface ChangeMatrixProps extends ChangeMatrixPageProps {
  inForce: Draft<MatrixContent>;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function ChangeMatrix({ inForce, reporterPreview: ReporterPreview, onRefused }: ChangeMatrixProps) {
  const { matrix: text, change, changes } = useProtocolText();
  const say = useBilingual();
  const trail = useTrail({ label: text.title, href: '/afspraken/onze-grens' }, { label: change });
  const editing = useEditing('matrix', inForce);
  const changing = useWrite(changeMatrix);
  const arrive = useArrival({ editing, href: '/afspraken/onze-grens', onRefused });
  const { columns } = editing.draft.content;

  return (
    <ChangeFrame
      editing={editing}
      write={changing}
      title={text.changeTitle}
      lead={text.changeLead}
      previewTitle={text.previewTitle}
      trail={trail}
      changes={columns
        .filter((column, at) => !isSame(column, inForce.content.columns[at]))
        .map(({ title }) => changes.changed(say(title)))}
      fields={
        <ol className="foldables plain-list">
          {columns.map((column, at) => (
            <ColumnFields
              key={column.column}
              column={column}
              at={at}
              onChange={(changed) => editing.change({ columns: replaced(columns, at, changed) })}
            />
          ))}
        </ol>
      }
      preview={
        <Stack gap="l">
          <Card heading={text.forReporter}>
            <Text soft>{text.forReporterWhy}</Text>
            <ReporterPreview matrix={editing.draft.content} />
          </Card>
          <Heading level={2}>{text.forEverybody}</Heading>
          <MatrixView content={editing.draft.content} />
        </Stack>
      }
      onPutInForce={() => arrive(changing.send({ body: editing.draft }))}
    />
  );
}
