import { type ChangeEvent, useRef } from 'react';
import { Button } from '../components/Button.tsx';
import { classes } from '../components/classes.ts';
import './attachments.css';

/** For the chooser of the device only; what a file is, the server finds out. */
const accepted = 'image/*,audio/*,video/*,application/pdf,.pdf,.docx,.odt,.eml,.msg,message/rfc822';

interface FileChooserProps {
  label: string;
  kind: 'camera' | 'files';
  onFiles: (files: readonly File[]) => void;
  /** What may be chosen beside what is kept with a dossier, as `accept` has it: ".txt". */
  also?: string;
}

export function FileChooser({ label, kind, onFiles, also }: FileChooserProps) {
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
        accept={isCamera ? 'image/*' : [accepted, also].filter(Boolean).join(',')}
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
