import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type GuestText = typeof nl;
export const useGuestText = textIn({ nl, en });
