import { type FormEvent, type ReactNode, useState } from 'react';
import { beginPasskeyConfirmation, confirmWithCode, confirmWithPasskey } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { CodeField } from '../../components/CodeField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Row } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { serverNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { askPasskey } from '../passkeys.ts';
import { useIdentityText } from '../text.ts';
import type { Ways } from './WaysCard.tsx';

/**
 * Before something that touches how somebody signs in, they show once more that it is them. It counts for ten minutes, so
 * that a second change does not ask again. `confirmFirst(work)` asks when needed, and then does the work.
 */
export function useConfirmation(ways: Ways): { confirmFirst: (work: () => void) => void; dialog: ReactNode } {
  const [work, setWork] = useState<(() => void) | null>(null);

  function confirmFirst(wanted: () => void) {
    const { confirmedUntilAt } = ways;
    if (confirmedUntilAt && Date.parse(confirmedUntilAt) > serverNow().getTime()) wanted();
    else setWork(() => wanted);
  }

  function confirmed() {
    setWork(null);
    work?.();
  }

  const dialog = <ConfirmDialog ways={ways} isOpen={work !== null} onClose={() => setWork(null)} onDone={confirmed} />;
  return { confirmFirst, dialog };
}

interface ConfirmDialogProps {
  ways: Ways;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}

function ConfirmDialog({ ways, isOpen, onClose, onDone }: ConfirmDialogProps) {
  const { confirm: text } = useIdentityText();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text.title}>
      <Text>{text.lead}</Text>
      {ways.passkeys.length > 0 && <ByPasskey onDone={onDone} />}
      {ways.hasAuthenticatorApp && <ByCode onDone={onDone} />}
    </Dialog>
  );
}

function ByPasskey({ onDone }: { onDone: () => void }) {
  const { confirm: text } = useIdentityText();
  const begin = useWrite(beginPasskeyConfirmation);
  const finish = useWrite(confirmWithPasskey);

  async function confirm() {
    const begun = await begin.send({});
    const response = begun && (await askPasskey(begun.options));
    if (begun && response && (await finish.send({ body: { ceremony: begun.ceremony, response } }))) onDone();
  }

  return (
    <>
      <WriteProblem of={begin.problem ? begin : finish} />
      <Row>
        <Button icon="key" busy={begin.isBusy || finish.isBusy} onClick={() => void confirm()}>
          {text.withPasskey}
        </Button>
      </Row>
    </>
  );
}

function ByCode({ onDone }: { onDone: () => void }) {
  const { confirm: text } = useIdentityText();
  const [code, setCode] = useState('');
  const confirming = useWrite(confirmWithCode);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (await confirming.send({ body: { code } })) onDone();
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void confirm(event)}>
      <WriteProblem of={confirming} />
      <CodeField id="confirm-code" label={text.code} value={code} onChange={setCode} />
      <div>
        <Button type="submit" busy={confirming.isBusy}>
          {text.go}
        </Button>
      </div>
    </form>
  );
}
