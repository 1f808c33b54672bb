import { useEffect, useSyncExternalStore } from 'react';
import type { AttachmentList } from '../../contract/incident.ts';
import { goOnWith, hearUploads, uploadsOf } from './queue.ts';
import type { ShownUpload } from './upload.ts';

/** What is on its way for this incident, here or from before a reload. */
export function useUploads(incidentId: string, list: AttachmentList): readonly ShownUpload[] {
  useEffect(() => void goOnWith(incidentId, list.unfinished), [incidentId, list.unfinished]);
  return useSyncExternalStore(hearUploads, () => uploadsOf(incidentId));
}
