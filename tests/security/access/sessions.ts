import { randomBytes } from 'node:crypto';
import type { App } from '../../../server/app.ts';
import { hashToken } from '../../../server/platform/http/asker.ts';
import { newId } from '../../../server/platform/index.ts';
import type { Town } from '../../support/town.ts';
import { Visitor } from '../../support/visitor.ts';
import type { Reader } from './readers.ts';

export type DoorOpener = (who: Pick<Reader, 'personId' | 'employerId'>) => Promise<Visitor>;

/** Lets anybody in with a session of their own: also who left since, and people of another employer. */
export function doorOpener(town: Town, app: App): DoorOpener {
  const visitors = new Map<string, Promise<Visitor>>();
  async function open({ personId, employerId }: Pick<Reader, 'personId' | 'employerId'>): Promise<Visitor> {
    const token = randomBytes(32).toString('base64url');
    await town.look(
      `insert into identity.session (id, employer_id, person_id, token_hash, method, device, created_at, last_seen_at,
         idle_until, expires_at)
       values ($1, $2, $3, decode($4, 'hex'), 'password', 'Firefox', $5, $5, $6, $6)`,
      [newId(), employerId, personId, hashToken(token), app.now(), new Date(app.now().getTime() + 86_400_000)],
    );
    const visitor = new Visitor(app.web.server);
    visitor.cookie = `session=${token}`;
    return visitor;
  }
  return (who) => {
    const known = visitors.get(who.personId) ?? open(who);
    visitors.set(who.personId, known);
    return known;
  };
}
