import { IconButton } from '../components/IconButton.tsx';
import { Stack } from '../components/Stack.tsx';
import { useBilingual, useLanguage } from '../text/index.ts';
import { takeAway } from './queue.ts';
import { megabytes } from './size.ts';
import { useAttachmentText } from './text.ts';
import type { ShownUpload } from './upload.ts';

export function UploadList({ uploads }: { uploads: readonly ShownUpload[] }) {
  const text = useAttachmentText();
  const kept = uploads.filter(({ state }) => state === 'kept').length;
  return (
    <>
      {uploads.length > 0 && (
        <Stack as="ul" gap="s" className="uploads" aria-label={text.uploads}>
          {uploads.map((upload) => (
            <UploadRow key={upload.attachmentId} upload={upload} />
          ))}
        </Stack>
      )}
      <p className="visually-hidden" role="status">
        {kept > 0 ? text.keptCount(kept) : ''}
      </p>
    </>
  );
}

const underWay: readonly ShownUpload['state'][] = ['sending', 'no-network', 'checking'];

function UploadRow({ upload }: { upload: ShownUpload }) {
  const text = useAttachmentText();
  const say = useBilingual();
  const language = useLanguage();
  const { attachmentId, fileName, size, sent, state, reason } = upload;
  const isUnderWay = underWay.includes(state);
  return (
    <li className={`upload upload--${state}`}>
      <div className="upload__about">
        <span className="upload__name">{fileName}</span>
        <span className="upload__state">
          {text.states[state]}
          {isUnderWay && ` · ${text.sentOf(megabytes(sent, language), megabytes(size, language))}`}
        </span>
        {reason && <span className="upload__reason">{say(reason)}</span>}
        {isUnderWay && (
          <progress className="upload__progress" aria-label={text.progress(fileName)} value={sent} max={size} />
        )}
      </div>
      {state !== 'kept' && (
        <IconButton
          icon="close"
          label={state === 'refused' ? text.takeAway(fileName) : text.stop(fileName)}
          onClick={() => takeAway(attachmentId)}
        />
      )}
    </li>
  );
}
