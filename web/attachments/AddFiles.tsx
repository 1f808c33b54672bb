import { type ChangeEvent, useRef } from 'react';
import type { AttachmentList } from '../../contract/incident.ts';
import { Button } from '../components/Button.tsx';
import { classes } from '../components/classes.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { Row, Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useLanguage } from '../text/index.ts';
import { addFiles } from './queue.ts';
import { megabytes } from './size.ts';
import { useAttachmentText } from './text.ts';
import { UploadList } from './UploadList.tsx';
import { useDroppedFiles } from './useDroppedFiles.ts';
import { useUploads } from './useUploads.ts';
import './attachments.css';

/** For the chooser of the device only; what a file is, the server finds out. */
const accepted = 'image/*,audio/*,video/*,application/pdf,.pdf,.docx,.odt,.eml,.msg,message/rfc822';

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
        <Chooser label={text.takePhoto} kind="camera" onFiles={add} />
        <Chooser label={text.choose} kind="files" onFiles={add} />
      </Row>
      <p className="add-files__hint">{isOver ? text.dropNow : text.dropHint}</p>
      <UploadList
        uploads={uploads.filter(({ state, attachmentId }) => state !== 'kept' || !listed.has(attachmentId))}
      />
      <WhatMayBeAdded list={list} />
    </Stack>
  );
}

interface ChooserProps {
  label: string;
  kind: 'camera' | 'files';
  onFiles: (files: readonly File[]) => void;
}

function Chooser({ label, kind, onFiles }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  const isCamera = kind === 'camera';
  function chosen({ target }: ChangeEvent<HTMLInputElement>) {
    onFiles([...(target.files ?? [])]);
    // The same file may be chosen again.
    target.value = '';
  }
  return (
    <div className={classes('add-files__way', isCamera && 'add-files__camera')}>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        accept={isCamera ? 'image/*' : accepted}
        {...(isCamera && { capture: 'environment' as const })}
        aria-label={label}
        onChange={chosen}
      />
      <Button kind="secondary" {...(!isCamera && { icon: 'plus' as const })} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </div>
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
