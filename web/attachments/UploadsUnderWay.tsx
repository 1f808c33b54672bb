import { useSyncExternalStore } from 'react';
import { Card } from '../components/Card.tsx';
import { hearUploads, uploadsOf } from './queue.ts';
import { UploadList } from './UploadList.tsx';
import './attachments.css';

/** Where files were added on another page than where they stand: how far each of them is. */
export function UploadsUnderWay({ incidentId, heading }: { incidentId: string; heading: string }) {
  const uploads = useSyncExternalStore(hearUploads, () => uploadsOf(incidentId));
  if (uploads.length === 0) return null;
  return (
    <Card heading={heading}>
      <UploadList uploads={uploads} />
    </Card>
  );
}
