import { type ImportView, runImport } from '../../../contract/import.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useImportText } from './text.ts';
import { WrongRowsCard } from './WrongRowsCard.tsx';

/** What would happen, before it happens. */
export function CheckedStep({ view, onChange }: { view: ImportView; onChange: () => void }) {
  const text = useImportText();
  const running = useWrite(runImport);
  const { importId, added, known } = view;
  return (
    <Stack gap="l" className="narrow">
      <Advice title={text.checkedTitle(added)} announce>
        <Text>{text.nothingYet}</Text>
        {known > 0 && <Text>{text.known(known)}</Text>}
      </Advice>
      <WrongRowsCard view={view} />
      <WriteProblem of={running} />
      <Row>
        {added > 0 ? (
          <Button busy={running.isBusy} onClick={() => void running.send({ params: { importId } })}>
            {text.bringIn(added)}
          </Button>
        ) : (
          <Text>{text.nothingToBring}</Text>
        )}
        <Button kind="plain" onClick={onChange}>
          {text.back}
        </Button>
      </Row>
    </Stack>
  );
}
