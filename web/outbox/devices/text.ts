import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type DevicesText = typeof nl;
export const useDevicesText = textIn({ nl, en });
