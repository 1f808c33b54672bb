import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { firstScreen } from '../../../contract/incident.ts';
import type { Tx } from '../../platform/index.ts';

type FirstScreen = AnswerOf<typeof firstScreen>;

/** For anybody, signed in or not; a telephone may keep it. */
export async function readFirstScreen(tx: Tx): Promise<FirstScreen> {
  const found = await tx.row<Omit<FirstScreen, 'emergencyNumber'>>(
    `select organisation_name as "organisationName", duty_number as "dutyNumber", is_demonstration as "isDemonstration",
       needs_setup as "needsSetup"
     from incident.first_screen()`,
  );
  return { ...found, emergencyNumber: '112' };
}
