import type { Attachment } from '../../../contract/incident.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Text } from '../../components/Text.tsx';
import { addressOf } from './addressOf.ts';
import { useFilesText } from './text.ts';

export function PictureDialog({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const text = useFilesText();
  return (
    <Dialog isOpen onClose={onClose} title={attachment.fileName}>
      <img className="file__large" src={addressOf(attachment, 'view')} alt={attachment.fileName} />
      <Text soft>{text.isCopy}</Text>
    </Dialog>
  );
}
