import type { ReactNode } from 'react';
import { useAsking } from '../../components/useAsking.ts';
import { AskDialog, ReportPatternDialog, SetAsideDialog } from './DecideDialogs.tsx';
import type { Pattern } from './explain.ts';

const dialogs = { ask: AskDialog, report: ReportPatternDialog, aside: SetAsideDialog };

export type OnPatternDeed = (pattern: Pattern, deed: keyof typeof dialogs) => void;

/** The dialogs of all patterns, beside their list: another coordinator may decide while somebody still types. */
export function usePatternDialogs(): { onDeed: OnPatternDeed; dialog: ReactNode } {
  const { what, ask, stop } = useAsking<{ pattern: Pattern; deed: keyof typeof dialogs }>();
  const Dialog = what && dialogs[what.deed];
  return {
    onDeed: (pattern, deed) => ask({ pattern, deed }),
    dialog: Dialog && <Dialog pattern={what.pattern} onClose={stop} />,
  };
}
