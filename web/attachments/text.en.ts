import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  takePhoto: 'Take a photo',
  choose: 'Choose files',
  dropHint: 'You can also drag files here, or paste a screenshot.',
  dropNow: 'Let go to add',
  allowedTitle: 'What can be added?',
  allowed: 'Photos, screenshots, sound, film, letters (PDF, docx or odt) and e-mails (eml or msg).',
  limits: (file: string, dossier: string) => `One file may be ${file}. Together they may be ${dossier}.`,
  sealed: 'We keep the original sealed. Others see photos without place and device.',
  uploads: 'What you add',
  states: {
    waiting: 'Waits for the one before',
    sending: 'Being sent',
    'no-network': 'Waits for the network. Then it goes on by itself.',
    checking: 'We are checking it',
    kept: 'Kept',
    refused: 'Not added',
    left: 'Half sent on another device. Go on there, or take it away.',
  },
  progress: (name: string) => `Progress of ${name}`,
  sentOf: (sent: string, size: string) => `${sent} of ${size}`,
  stop: (name: string) => `Stop ${name}`,
  takeAway: (name: string) => `Take ${name} away from this list`,
  keptCount: (count: number) => (count === 1 ? '1 file is kept.' : `${count} files are kept.`),
};
