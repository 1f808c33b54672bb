import type { AnswerOf } from '../../contract/endpoint.ts';
import { firstScreen } from '../../contract/incident.ts';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { Card } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Row, Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { useRead } from '../session/useRead.ts';
import { FirstChoices } from './FirstChoices.tsx';
import { useAppText } from './text.ts';
import './Home.css';

/** For anybody who opens the app, with nothing personal on it. */
export function OpenHome() {
  const text = useAppText();
  const { data: screen, isPending } = useRead(firstScreen, {});
  return (
    <div className="home home--open">
      <PageHeader title={text.home.welcome} lead={screen?.organisationName ?? text.home.lead} />
      <FirstChoices toCall={null} />
      {!isPending && <WayIn screen={screen} />}
    </div>
  );
}

/** Without a connection nothing is known about this place; the door is where it always is. */
function WayIn({ screen }: { screen: AnswerOf<typeof firstScreen> | undefined }) {
  if (screen?.needsSetup) return <SetUpCard />;
  return screen?.isDemonstration ? <StepInCard /> : <SignInCard />;
}

function SignInCard() {
  const text = useAppText();
  return (
    <Card heading={text.home.signInTitle}>
      <Text soft>{text.home.signInWhy}</Text>
      <ButtonLink kind="secondary" href="/inloggen">
        {text.signIn}
      </ButtonLink>
    </Card>
  );
}

function StepInCard() {
  const text = useAppText();
  return (
    <Card heading={text.home.stepInTitle}>
      <Stack gap="m">
        <Text soft>{text.home.stepInWhy}</Text>
        <Row>
          <ButtonLink href="/demo">{text.home.stepIn}</ButtonLink>
          <ButtonLink kind="plain" href="/inloggen">
            {text.signIn}
          </ButtonLink>
        </Row>
      </Stack>
    </Card>
  );
}

function SetUpCard() {
  const text = useAppText();
  return (
    <Card heading={text.home.setUpTitle}>
      <Text soft>{text.home.setUpWhy}</Text>
      <ButtonLink href="/instellen">{text.home.setUp}</ButtonLink>
    </Card>
  );
}
