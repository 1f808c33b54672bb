import { useState } from 'react';
import { Advice } from '../Advice.tsx';
import { Button } from '../Button.tsx';
import { ButtonLink } from '../ButtonLink.tsx';
import { Card, CardLink } from '../Card.tsx';
import { DefinitionList } from '../DefinitionList.tsx';
import { Dialog } from '../Dialog.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { HelpLink } from '../HelpLink.tsx';
import { Link } from '../Link.tsx';
import { Loading } from '../Loading.tsx';
import { ProblemView } from '../ProblemView.tsx';
import { QuickExit } from '../QuickExit.tsx';
import { Row, Stack } from '../Stack.tsx';
import { Tag } from '../Tag.tsx';
import { Text } from '../Text.tsx';
import { useSay } from '../Toasts.tsx';

export function StateParts() {
  const [isOpen, setOpen] = useState(false);
  const say = useSay();
  return (
    <Stack gap="l">
      <QuickExit />
      <HelpLink href="/hulp" title="Ik heb nu hulp nodig">
        Bel 112, of bel Henk met één tik
      </HelpLink>
      <CardLink href="/melden" title="Ik wil iets melden">
        Duurt ongeveer een minuut. Weet je iets niet? Sla het over.
      </CardLink>
      <Row>
        <Tag>Nieuw</Tag>
        <Tag tone="teal">Opgepakt</Tag>
        <Tag tone="amber">vandaag</Tag>
        <Tag tone="green">Gedaan</Tag>
        <Tag tone="red">Hulp gevraagd</Tag>
      </Row>
      <Advice title="Goed om te weten">Je verhaal verandert niet meer. Aanvullen kan wel.</Advice>
      <Advice tone="green" title="Verstuurd." />
      <Advice tone="red" title="Ben je niet veilig? Bel 112." />
      <ProblemView
        problem={{ kind: 'broken', sentence: 'Er ging iets mis bij ons.', reference: '4f2a' }}
        onRetry={() => {}}
      />
      <Card>
        <EmptyState
          drawing="calm"
          title="Geen open taken"
          action={
            <ButtonLink kind="secondary" href="/galerij">
              Bekijk wat klaar is
            </ButtonLink>
          }
        >
          Er wacht nu niets op je.
        </EmptyState>
      </Card>
      <Card heading="Lege tekeningen">
        <EmptyState drawing="inbox" title="Geen berichten" headingLevel={3} />
        <EmptyState drawing="search" title="Niets gevonden" headingLevel={3} />
        <EmptyState drawing="people" title="Nog geen mensen" headingLevel={3} />
        <EmptyState drawing="path" title="Deze pagina is er niet" headingLevel={3} />
      </Card>
      <Card heading="Kijk je antwoorden na">
        <DefinitionList
          items={[
            { term: 'Wat', value: 'Dreigen of intimideren', action: <Link href="/galerij">Wijzig</Link> },
            { term: 'Waar', value: 'Stadskantoor, balie 3', action: <Link href="/galerij">Wijzig</Link> },
          ]}
        />
        <Disclosure summary="Wat gebeurt er met mijn melding?">
          <Text>Henk leest je melding en belt je.</Text>
        </Disclosure>
      </Card>
      <Loading rows={2} />
      <Row>
        <Button kind="secondary" onClick={() => setOpen(true)}>
          Open vraag
        </Button>
        <Button kind="plain" onClick={() => say('Je notitie is bewaard.', { undo: () => {} })}>
          Toon bericht
        </Button>
      </Row>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Is dit niet nodig?"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Niet nodig</Button>
            <Button kind="plain" onClick={() => setOpen(false)}>
              Terug
            </Button>
          </>
        }
      >
        <Text>Leg vast waarom. Iedereen op de melding ziet het.</Text>
      </Dialog>
    </Stack>
  );
}
