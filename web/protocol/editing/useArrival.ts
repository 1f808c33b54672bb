import { useSay } from '../../components/Toasts.tsx';
import { useGoTo } from '../../session/address.ts';
import { useProtocolText } from '../text.ts';
import type { Editing } from './useEditing.ts';

interface Arrival {
  readonly editing: Pick<Editing<never>, 'forget'>;
  /** Where the new version is read. */
  readonly href: string;
  /** Somebody else may have been first: look at what counts now. */
  readonly onRefused: () => void;
}

/** `arrive(changing.send(…))`: the new version counts, and is shown where everybody reads it. */
export function useArrival({ editing, href, onRefused }: Arrival): (sending: Promise<unknown>) => void {
  const { editing: words } = useProtocolText();
  const tell = useSay();
  const goTo = useGoTo();
  async function arrive(sending: Promise<unknown>) {
    if (!(await sending)) return onRefused();
    editing.forget();
    tell(words.inForce);
    goTo(href);
  }
  return (sending) => void arrive(sending);
}
