import { listStaffingWarnings } from '../../contract/organisation.ts';
import { Link } from '../components/Link.tsx';
import { TaskList, TaskRow } from '../components/TaskRow.tsx';
import { Text } from '../components/Text.tsx';
import { Answered } from '../session/Answered.tsx';
import { useRead } from '../session/useRead.ts';
import { useWords } from '../text/words.ts';
import { useOrganisationText } from './text.ts';

/** At every moment each team has a manager who can be reached, or it stands here. */
export function StaffingWarnings() {
  const { overview: text } = useOrganisationText();
  const words = useWords();
  const staffing = useRead(listStaffingWarnings, {});
  return (
    <Answered of={staffing}>
      {({ warnings }) =>
        warnings.length === 0 ? (
          <Text soft>{text.allWell}</Text>
        ) : (
          <TaskList>
            {warnings.map(({ code, teamId, teamName, role }) => (
              <TaskRow
                key={`${code}-${teamId}-${role}`}
                title={
                  <Link href={teamId ? '/beheer/teams' : '/beheer/mensen'}>
                    {text.warnings[code](teamName ?? (role ? words.roles[role] : ''))}
                  </Link>
                }
              />
            ))}
          </TaskList>
        )
      }
    </Answered>
  );
}
