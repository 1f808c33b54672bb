import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Overtaken } from '../../components/Overtaken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import type { Write } from '../../session/useWrite.ts';
import { useProtocolText } from '../text.ts';
import { WithFieldErrors } from './fieldErrors.tsx';
import type { Editing } from './useEditing.ts';
import '../protocol.css';

interface ChangeFrameProps {
  editing: Omit<Editing<never>, 'draft' | 'change'>;
  write: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy'>;
  title: string;
  lead: string;
  previewTitle: string;
  trail: readonly { label: string; href?: string }[];
  /** What is different from what counts now, one line each. */
  changes: readonly string[];
  fields: ReactNode;
  preview: ReactNode;
  onPutInForce: () => void;
}

/** The two sides of changing an agreement: the form, and the new version as others will see it. */
export function ChangeFrame(props: ChangeFrameProps) {
  return props.editing.isPreview ? <PreviewSide key="preview" {...props} /> : <FormSide key="form" {...props} />;
}

function FormSide({ editing, title, lead, trail, fields }: ChangeFrameProps) {
  const { editing: text } = useProtocolText();
  return (
    <Stack gap="l" className="protocol-form" data-kept>
      <PageHeader title={title} lead={lead} trail={trail} />
      {editing.isOvertaken && <Overtaken onBeginAgain={editing.beginAgain} />}
      <ErrorSummary errors={editing.errors} />
      <WithFieldErrors errors={editing.errors}>{fields}</WithFieldErrors>
      <Stack gap="s">
        <Row>
          <Button onClick={editing.preview}>{text.preview}</Button>
          <Button kind="plain" onClick={editing.beginAgain}>
            {text.discard}
          </Button>
        </Row>
        <Text soft small>
          {text.kept}
        </Text>
      </Stack>
    </Stack>
  );
}

function PreviewSide({ editing, write, previewTitle, trail, preview, onPutInForce, ...props }: ChangeFrameProps) {
  const { editing: text, changes: words } = useProtocolText();
  // Nothing is typed here. Once the new version counts there is no difference left, and the list must not vanish by that.
  const [changes] = useState(props.changes);
  return (
    <Stack gap="l">
      <PageHeader title={previewTitle} trail={trail} />
      {editing.isOvertaken && !write.isBusy ? (
        <Overtaken onBeginAgain={editing.beginAgain} />
      ) : (
        <WriteProblem of={write} />
      )}
      <Card heading={words.title}>
        {changes.length === 0 ? (
          <Text>{words.none}</Text>
        ) : (
          <>
            <ul className="changes">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
            <Text soft>{words.fromNow}</Text>
          </>
        )}
        <Row>
          {changes.length > 0 && (
            <Button busy={write.isBusy} onClick={onPutInForce}>
              {text.putInForce}
            </Button>
          )}
          <Button kind="secondary" onClick={editing.goOn}>
            {text.goOn}
          </Button>
        </Row>
      </Card>
      {preview}
    </Stack>
  );
}
