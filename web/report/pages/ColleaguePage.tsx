import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { HelpLink } from '../../components/HelpLink.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { ConfidentialAdvisers } from '../ConfidentialAdvisers.tsx';
import { hasAnswers } from '../draft.ts';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { isInDanger, stepsFor } from '../steps.ts';
import { useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';

/** It was a colleague: nothing is sent and nobody is told. Here is who listens; what was typed stays until its maker throws it away. */
export function ColleaguePage({ inHand }: { inHand: DraftInHand }) {
  const text = useReportText();
  const { draft, change } = inHand;
  // Who comes from the first question has not been asked where it was.
  const question = addressOf.step(draft.place === null ? 1 : stepsFor(draft.kind).length);

  function goOn() {
    change({ aggressor: null });
    go(question);
  }

  return (
    <ReportPage title={text.colleague.title} lead={text.colleague.lead} back={() => go(question)}>
      <Stack gap="l">
        {isInDanger(draft) && <HelpLink href={addressOf.help} title={text.first.help} />}
        <Text>{text.colleague.trust}</Text>
        <ConfidentialAdvisers />
        {hasAnswers(draft) && <WhatWasTyped inHand={inHand} />}
        <Button kind="secondary" wide onClick={goOn}>
          {text.colleague.itWasNot}
        </Button>
        <StandaloneLink href="/">{text.home}</StandaloneLink>
      </Stack>
    </ReportPage>
  );
}

function WhatWasTyped({ inHand }: { inHand: DraftInHand }) {
  const text = useReportText();
  const [isLeaving, setLeaving] = useState(false);

  async function throwAway() {
    await inHand.discard(inHand.draft.draftId);
    inHand.letGo();
    go(addressOf.start, { replace: true });
  }

  return (
    <Card heading={text.colleague.typed}>
      <Stack gap="s">
        <Text>{text.colleague.kept}</Text>
        <Row>
          <Button kind="secondary" onClick={() => setLeaving(true)}>
            {text.colleague.discard}
          </Button>
        </Row>
      </Stack>
      <Dialog
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        title={text.first.discardTitle}
        actions={
          <>
            <Button onClick={() => void throwAway()}>{text.first.discard}</Button>
            <Button kind="plain" onClick={() => setLeaving(false)}>
              {text.first.keep}
            </Button>
          </>
        }
      >
        <Text>{text.first.discardHint}</Text>
      </Dialog>
    </Card>
  );
}
