import { searchPeople } from '../../contract/organisation.ts';
import type { FoundColleague } from '../components/PeoplePicker.tsx';
import { call } from './call.ts';
import { Problem } from './problem.ts';

/** The directory of colleagues. No answer is no names: the question can be asked again by typing on. */
export async function findColleagues(name: string): Promise<readonly FoundColleague[]> {
  try {
    const { people } = await call(searchPeople, { body: { name, limit: 20 } }, { idempotencyKey: crypto.randomUUID() });
    return people.map((person) => ({
      id: person.id,
      name: person.name,
      team: person.teams.map((team) => team.name).join(', ') || person.jobTitle,
    }));
  } catch (failure) {
    if (failure instanceof Problem) return [];
    throw failure;
  }
}
