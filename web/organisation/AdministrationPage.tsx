import { Card, CardLink } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Stack } from '../components/Stack.tsx';
import { SetUpProgress } from './SetUpProgress.tsx';
import { StaffingWarnings } from './StaffingWarnings.tsx';
import { useOrganisationText } from './text.ts';
import './organisation.css';

/** Where the administrator begins: what needs their eye, and the ways to arrange things. */
export function AdministrationPage() {
  const { overview: text } = useOrganisationText();
  const ways = [
    { href: '/beheer/mensen', title: text.people, why: text.peopleWhy },
    { href: '/beheer/teams', title: text.teams, why: text.teamsWhy },
    { href: '/beheer/plekken', title: text.places, why: text.placesWhy },
    { href: '/beheer/organisatie', title: text.organisation, why: text.organisationWhy },
    { href: '/afspraken', title: text.agreements, why: text.agreementsWhy },
    { href: '/beheer/importeren', title: text.import, why: text.importWhy },
    { href: '/beheer/toegang', title: text.access, why: text.accessWhy },
  ];
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Stack gap="l">
        <SetUpProgress />
        <Card heading={text.warningsTitle}>
          <StaffingWarnings />
        </Card>
        <div className="ways">
          {ways.map(({ href, title, why }) => (
            <CardLink key={href} href={href} title={title}>
              {why}
            </CardLink>
          ))}
        </div>
      </Stack>
    </>
  );
}
