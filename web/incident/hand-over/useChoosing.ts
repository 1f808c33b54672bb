import { useState } from 'react';
import { mostHandedOver } from '../../../contract/incident-hand-overs.ts';
import { all, type Choice, nothing, press, stillThere } from './chosen.ts';

export interface Choosing {
  /** Whether the list shows its boxes to tick. */
  readonly isOn: boolean;
  readonly ids: readonly string[];
  readonly isFull: boolean;
  readonly list: readonly string[];
  start(): void;
  stop(): void;
  press(id: string, isOn: boolean, withShift: boolean): void;
  takeAll(): void;
}

/** Choosing several rows of a list, which may change meanwhile. */
export function useChoosing(list: readonly string[]): Choosing {
  const [choice, setChoice] = useState<Choice | null>(null);
  const ids = choice ? stillThere(choice, list) : [];
  return {
    isOn: choice !== null,
    ids: ids.slice(0, mostHandedOver),
    isFull: ids.length > mostHandedOver,
    list,
    start: () => setChoice(nothing),
    stop: () => setChoice(null),
    press: (id, isOn, withShift) => setChoice((now) => press(now ?? nothing, list, { id, isOn, withShift })),
    takeAll: () => setChoice(all(list, mostHandedOver)),
  };
}
