import type { ImportState } from '../../../contract/import-words.ts';
import type { Tone } from '../../components/Tag.tsx';

export const importTones: Record<ImportState, Tone> = {
  uploading: 'neutral',
  reading: 'teal',
  unreadable: 'amber',
  read: 'teal',
  checking: 'teal',
  checked: 'teal',
  importing: 'teal',
  imported: 'green',
  undoing: 'teal',
  undone: 'neutral',
};
