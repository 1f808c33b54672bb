import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { useOrganisationText } from '../text.ts';
import { AbsenceCard } from './AbsenceCard.tsx';
import { DeputiesCard } from './DeputiesCard.tsx';
import { HoursCard } from './HoursCard.tsx';
import '../organisation.css';

/** When I am not there, and who is there for me then. */
export function AwayPage() {
  const { away: text } = useOrganisationText();
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Columns>
        <Stack gap="l">
          <DeputiesCard />
          <AbsenceCard />
        </Stack>
        <HoursCard />
      </Columns>
    </>
  );
}
