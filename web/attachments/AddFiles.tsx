import type { AttachmentList } from '../../contract/incident.ts';
import { classes } from '../components/classes.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { Row, Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useLanguage } from '../text/index.ts';
import { FileChooser } from './FileChooser.tsx';
import { addFiles } from './queue.ts';
import { megabytes } from './size.ts';
import { useAttachmentText } from './text.ts';
import { UploadList } from './UploadList.tsx';
import { useDroppedFiles } from './useDroppedFiles.ts';
import { useUploads } from './useUploads.ts';
import './attachments.css';

/** The camera, many files at once, dragging and pasting; and how far each of them is. */
export function AddFiles({ incidentId, list }: { incidentId: string; list: AttachmentList }) {
  const text = useAttachmentText();
  const uploads = useUploads(incidentId, list);
  const add = (files: readonly File[]) => addFiles(incidentId, files, list.limits);
  const isOver = useDroppedFiles(add);
  const listed = new Set(list.attachments.map(({ attachmentId }) => attachmentId));
  return (
    <Stack gap="m" className={classes('add-files', isOver && 'add-files--over')}>
      <Row className="add-files__ways">
        <FileChooser label={text.takePhoto} kind="camera" onFiles={add} />
        <FileChooser label={text.choose} kind="files" onFiles={add} />
      </Row>
      <p className="add-files__hint not-on-paper">{isOver ? text.dropNow : text.dropHint}</p>
      <UploadList
        uploads={uploads.filter(({ state, attachmentId }) => state !== 'kept' || !listed.has(attachmentId))}
      />
      <WhatMayBeAdded list={list} />
    </Stack>
  );
}

function WhatMayBeAdded({ list: { limits } }: { list: AttachmentList }) {
  const text = useAttachmentText();
  const language = useLanguage();
  return (
    <Disclosure summary={text.allowedTitle}>
      <Stack gap="s">
        <Text>{text.allowed}</Text>
        <Text>{text.limits(megabytes(limits.fileBytes, language), megabytes(limits.dossierBytes, language))}</Text>
        <Text>{text.sealed}</Text>
      </Stack>
    </Disclosure>
  );
}
