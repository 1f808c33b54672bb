import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getMe } from '../../contract/organisation.ts';
import type { Topic } from './useRead.ts';

const topics: readonly Topic[] = ['incident', 'tasks', 'notifications'];
/** Several changes come together: one press touches a task, the dossier and a notification. */
const gatherMs = 250;

interface Change {
  topic: Topic;
  id: string;
}

/** Keeps what is on the screen true while others work: the server tells what changed, by id only, and we read that again. */
export function useLiveChannel(isOpen: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOpen) return;
    const gathered = gather((changes) => readAgain(queries, changes));
    const channel = new EventSource('/api/v1/live');
    channel.addEventListener('changed', (event) => {
      const change = changeOf(event);
      if (change) gathered.add(change);
    });
    // What happened while the line was down was not told one by one: read everything on the screen once.
    channel.addEventListener('catch-up', () => void queries.invalidateQueries());
    channel.addEventListener('session-ended', () => void queries.invalidateQueries({ queryKey: [getMe.name] }));
    return () => {
      channel.close();
      gathered.stop();
    };
  }, [isOpen, queries]);
}

function changeOf({ data }: MessageEvent<string>): Change | null {
  const told: unknown = JSON.parse(data);
  if (typeof told !== 'object' || told === null || !('topic' in told) || !('id' in told)) return null;
  const topic = topics.find((known) => known === told.topic);
  return topic && typeof told.id === 'string' ? { topic, id: told.id } : null;
}

/** A page about one dossier listens only to that dossier; a list listens to all of its topic. */
function readAgain(queries: QueryClient, changes: readonly Change[]): void {
  void queries.invalidateQueries({
    predicate: ({ meta, queryKey }) => {
      const live = (meta?.live ?? []) as readonly Topic[];
      const asked = JSON.stringify(queryKey);
      return changes.some(
        ({ topic, id }) => live.includes(topic) && (!asked.includes('incidentId') || asked.includes(id)),
      );
    },
  });
}

function gather(tell: (changes: Change[]) => void) {
  let waiting: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(change: Change) {
      waiting.push(change);
      timer ??= setTimeout(() => {
        const changes = waiting;
        waiting = [];
        timer = undefined;
        tell(changes);
      }, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}
