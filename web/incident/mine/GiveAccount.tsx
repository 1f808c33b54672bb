import { useState } from 'react';
import { declineAccount, giveAccount } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dictate } from '../../components/Dictate.tsx';
import { Field } from '../../components/Field.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useMineText } from './text.ts';

interface GiveAccountProps {
  incidentId: string;
  /** No longer asked, because it was told on another screen: what stands here half-written is not taken away. */
  isAsked: boolean;
}

/** Asked for one's own account, before seeing that of others. Telling nothing is a good answer too. */
export function GiveAccount({ incidentId, isAsked }: GiveAccountProps) {
  const text = useMineText();
  const tell = useSay();
  const give = useWrite(giveAccount);
  const [story, setStory] = useState('');
  const [error, setError] = useState<string>();
  const [isDeclining, setDeclining] = useState(false);

  async function save() {
    setError(story.trim() ? undefined : text.fillStory);
    if (!story.trim() || !(await give.send({ params: { incidentId }, body: { story } }))) return;
    setStory('');
    tell(text.askDone);
  }

  if (!isAsked && story === '') return null;

  return (
    <Card heading={text.askTitle}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <WriteProblem of={give} />
          <Text soft>{text.ask}</Text>
          <Field id="story" label={text.askText} error={error ?? give.errorAt('story')}>
            <TextArea value={story} rows={5} limit={20_000} onChange={(event) => setStory(event.target.value)} />
          </Field>
          <Dictate fieldId="story" value={story} onChange={setStory} />
          <Row>
            <Button type="submit" busy={give.isBusy}>
              {text.askSave}
            </Button>
            <Button kind="plain" onClick={() => setDeclining(true)}>
              {text.decline}
            </Button>
          </Row>
        </Stack>
      </form>
      {isDeclining && (
        <DeclineAccount incidentId={incidentId} onClose={() => setDeclining(false)} onDone={() => setStory('')} />
      )}
    </Card>
  );
}

interface DeclineAccountProps {
  incidentId: string;
  onClose: () => void;
  onDone: () => void;
}

function DeclineAccount({ incidentId, onClose, onDone }: DeclineAccountProps) {
  const text = useMineText();
  const decline = useWrite(declineAccount);
  async function save() {
    if (!(await decline.send({ params: { incidentId }, body: {} }))) return;
    onDone();
    onClose();
  }
  return (
    <DialogForm
      title={text.declineTitle}
      lead={text.declineLead}
      saveLabel={text.declineSave}
      onSave={() => void save()}
      onClose={onClose}
      write={decline}
    />
  );
}
