import { Card } from '../components/Card.tsx';
import { StandaloneLink } from '../components/Link.tsx';
import { Row } from '../components/Stack.tsx';
import type { Me } from '../session/me.tsx';
import { useAppText } from './text.ts';

/** What a team knows together. Whoever only came by a personal link belongs to no team. */
export function WithTheTeam({ me }: { me: Me }) {
  const { team: text } = useAppText();
  if (me.teams.length === 0 && me.roles.length === 0) return null;
  return (
    <Card heading={text.title}>
      <Row gap="l">
        <StandaloneLink href="/volgend-bezoek">{text.nextVisit}</StandaloneLink>
        <StandaloneLink href="/teamvergadering">{text.summaries}</StandaloneLink>
      </Row>
    </Card>
  );
}
