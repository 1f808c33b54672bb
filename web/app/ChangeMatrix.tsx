import { useState } from 'react';
import type { MatrixContent } from '../../contract/protocol.ts';
import { useSay } from '../components/Toasts.tsx';
import { ChangeMatrixPage } from '../protocol/matrix/ChangeMatrixPage.tsx';
import { startDraft } from '../report/draft.ts';
import { WhatQuestion } from '../report/pages/WhatQuestion.tsx';
import { useMe } from '../session/me.tsx';
import { serverNow } from '../session/now.ts';
import { useAppText } from './text.ts';
import '../report/report.css';

/** Brings two modules together: the form for the norm matrix, and the real question of the report entry as its preview. */
export function ChangeMatrix() {
  return <ChangeMatrixPage reporterPreview={ReporterPreview} />;
}

/** The first question of a report, with a draft that is kept nowhere. */
function ReporterPreview({ matrix }: { matrix: MatrixContent }) {
  const text = useAppText();
  const say = useSay();
  const me = useMe();
  const [draft, setDraft] = useState(() => startDraft(serverNow(), () => crypto.randomUUID()));
  return (
    <div className="stack stack--m">
      <WhatQuestion
        draft={draft}
        change={(answers) => setDraft((now) => ({ ...now, ...answers }))}
        errorAt={() => undefined}
        matrix={matrix}
        me={me}
        words={[]}
        onNote={() => say(text.previewKeepsNothing)}
      />
    </div>
  );
}
