import type { Dossier } from '../../../contract/incident.ts';
import type { Words } from '../../../contract/protocol-words.ts';
import { refOf } from '../person-ref.ts';
import { openItems } from '../rules/closing.ts';
import { notYetSpokenTo } from '../rules/contact.ts';
import { type ResponseClock, responseTermOf } from '../rules/response-clock.ts';
import type { DossierDocument } from './dossier-document.ts';

/** What closing would ask about, from the rows of the dossier. */
export function openItemsView(
  { head, people, contacts, tasks, accounts }: DossierDocument,
  clock: ResponseClock,
  titles: ReadonlyMap<string, Words>,
  now: Date,
): Dossier['openItems'] {
  if (head.state === 'closed' || head.state === 'corrected') return [];
  const nameOf = (id: string) => refOf(people?.find(({ person }) => person?.id === id)?.person ?? null)?.name ?? '';
  const victimIds = (people ?? []).flatMap(({ role, person }) => (role === 'victim' && person ? [person.id] : []));
  const reachedIds = (contacts ?? []).filter(({ reached }) => reached).map((contact) => contact.with.id);
  const items = openItems({
    hasContact: head.contactAt !== null,
    notSpokenTo: notYetSpokenTo(
      { reporterId: head.reporterId, victimIds, takenUpBy: head.takenUpBy?.id ?? null },
      reachedIds,
    ).map(nameOf),
    response: responseTermOf(clock, now),
    openTasks: (tasks ?? [])
      .filter(({ state }) => state === 'open')
      .map(({ taskId, code }) => ({ code, title: titles.get(taskId) ?? { nl: '', en: '' } })),
    accountsAsked: (accounts ?? []).filter(({ state }) => state === 'asked').map(({ person }) => refOf(person).name),
  });
  return [...items];
}
