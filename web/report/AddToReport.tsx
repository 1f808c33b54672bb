import { useEffect, useState } from 'react';
import type { AttachmentList } from '../../contract/incident.ts';
import { AddFiles } from '../attachments/AddFiles.tsx';
import { readAttachments } from '../attachments/api.ts';
import { Card } from '../components/Card.tsx';
import { useReportText } from './text.ts';

/** Photos and files with the report that was just sent. Loaded apart: whoever only reports never waits for this. */
export default function AddToReport({ incidentId }: { incidentId: string }) {
  const text = useReportText();
  const [list, setList] = useState<AttachmentList | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    // Without an answer the questions are still there; the files can be added later, with the report.
    readAttachments(incidentId, stop.signal).then(setList, () => {});
    return () => stop.abort();
  }, [incidentId]);
  if (!list?.mayAdd) return null;
  return (
    <Card heading={text.details.files}>
      <AddFiles incidentId={incidentId} list={{ ...list, attachments: [] }} />
    </Card>
  );
}
