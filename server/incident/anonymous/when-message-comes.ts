import type { EventHandler, Notify } from '../../platform/index.ts';
import { peopleBehind } from '../people-behind.ts';

/** Whoever the talk is for hears that somebody without a name wrote. */
export function whenMessageComes({ notify }: { readonly notify: Notify }): EventHandler {
  return async (tx, { data }) => {
    const talk = await tx.maybeRow<{ subjectId: string }>(
      'select recipient_subject_id as "subjectId" from incident.anonymous_talk where id = $1',
      [data['talkId']],
    );
    if (talk === undefined) return;
    for (const personId of await peopleBehind(tx, [talk.subjectId])) {
      await notify(tx, { personId, template: 'anonymous-message', urgent: false, data: {} });
    }
  };
}
