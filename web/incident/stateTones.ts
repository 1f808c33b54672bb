import type { IncidentState } from '../../contract/incident.ts';
import type { Tone } from '../components/Tag.tsx';

/** Amber waits for somebody, teal is under way, green is done. */
export const stateTones: Record<IncidentState, Tone> = {
  reported: 'amber',
  taken_up: 'teal',
  in_follow_up: 'teal',
  closed: 'green',
  corrected: 'neutral',
};
