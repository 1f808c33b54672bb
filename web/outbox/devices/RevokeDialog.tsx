import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Text } from '../../components/Text.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import type { Write } from '../../session/useWrite.ts';
import { useDevicesText } from './text.ts';

interface RevokeDialogProps {
  title: string;
  lead?: string;
  /** What becomes of a report that still lies on the device, said honestly before somebody decides. */
  whatThen: readonly string[];
  write: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy'>;
  onRevoke: () => Promise<void>;
  onClose: () => void;
}

export function RevokeDialog({ title, lead, whatThen, write, onRevoke, onClose }: RevokeDialogProps) {
  const text = useDevicesText();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button busy={write.isBusy} onClick={() => void onRevoke()}>
            {text.revoke}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {text.back}
          </Button>
        </>
      }
    >
      <WriteProblem of={write} />
      {lead && <Text>{lead}</Text>}
      <ul>
        {whatThen.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Dialog>
  );
}
