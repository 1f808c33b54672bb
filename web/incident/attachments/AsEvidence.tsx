import type { Attachment } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { addressOf } from './addressOf.ts';
import { HideDialog } from './HideDialog.tsx';
import { useFilesText } from './text.ts';

/** For the police or a lawyer: exactly what came in, and the text that proves it. */
export function AsEvidence({ attachment, mayHide }: { attachment: Attachment; mayHide: boolean }) {
  const text = useFilesText();
  const hiding = useAsking<'hide'>();
  const { sha256, scan, canBeExported } = attachment;
  return (
    <Disclosure summary={text.evidence}>
      <Stack gap="s">
        {canBeExported && (
          <>
            <Text soft>{text.evidenceHint}</Text>
            <Row>
              <ButtonLink kind="secondary" href={addressOf(attachment, 'original')} download>
                {text.original}
              </ButtonLink>
              <ButtonLink kind="plain" href={addressOf(attachment, 'statement')} download>
                {text.statement}
              </ButtonLink>
            </Row>
          </>
        )}
        <p className="file__hash">
          {text.hash}: <code>{sha256}</code>
        </p>
        <Text soft>{text.scans[scan]}</Text>
        {mayHide && (
          <Button kind="plain" onClick={() => hiding.ask('hide')}>
            {text.hide}
          </Button>
        )}
      </Stack>
      {hiding.what && <HideDialog attachment={attachment} onClose={hiding.stop} />}
    </Disclosure>
  );
}
