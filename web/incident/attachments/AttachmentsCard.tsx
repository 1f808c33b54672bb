import { type Attachment, type AttachmentList, listAttachments } from '../../../contract/incident.ts';
import { AddFiles } from '../../attachments/AddFiles.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useReadPages } from '../../session/useRead.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { useFilesText } from './text.ts';
import './attachments.css';
import { MorePages } from '../../session/MorePages.tsx';

/** Photos, sound, letters and e-mails with a report: on the dossier for who follows up, on "my report" for who added them. */
export function AttachmentsCard({ incidentId }: { incidentId: string }) {
  const text = useFilesText();
  const pages = useReadPages(
    listAttachments,
    (cursor) => ({ params: { incidentId }, query: cursor ? { cursor } : {} }),
    { live: ['incident'] },
  );
  return (
    <Answered of={pages}>
      {({ pages: [first, ...rest] }) => {
        if (!first) return null;
        const attachments = [first, ...rest].flatMap((page) => page.attachments);
        if (attachments.length === 0 && !first.mayAdd) return null;
        return (
          <Card heading={text.title} id="bijlagen">
            <Files list={first} attachments={attachments} />
            {attachments.length > 0 && pages.hasNextPage && <MorePages of={pages} shown={attachments.length} />}
            {first.mayAdd && <AddFiles incidentId={incidentId} list={{ ...first, attachments }} />}
          </Card>
        );
      }}
    </Answered>
  );
}

function Files({ list, attachments }: { list: AttachmentList; attachments: readonly Attachment[] }) {
  const text = useFilesText();
  if (attachments.length === 0) return <Text soft>{text.empty}</Text>;
  return (
    <Stack as="ul" gap="m" className="files">
      {attachments.map((attachment) => (
        <AttachmentRow key={attachment.attachmentId} attachment={attachment} mayHide={list.mayHide} />
      ))}
    </Stack>
  );
}
