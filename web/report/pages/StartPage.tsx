import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card, CardLink } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { HelpLink } from '../../components/HelpLink.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { useIsOnline } from '../../components/OfflineBanner.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { hearOutboxChanged } from '../../outbox/box.ts';
import { useHasCode } from '../../outbox/useHasCode.ts';
import { serverNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { type Drafts, read } from '../api.ts';
import { needsSeconds, useDraftSubjects } from '../draft-subjects.ts';
import { InstallHint } from '../InstallHint.tsx';
import { addressOf, go } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { isSomebody, type Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';
import { OnThisDevice } from './OnThisDevice.tsx';

/** The first screen: help now, or a report. Everything else waits. */
export function StartPage({ surroundings, inHand }: { surroundings: Surroundings; inHand: DraftInHand }) {
  const text = useReportText();
  const isOnline = useIsOnline();
  const hasCode = useHasCode();
  const name = surroundings.me?.person.givenName;
  return (
    <ReportPage
      title={name ? text.first.hello(name) : text.first.title}
      tabTitle={text.first.title}
      lead={name ? text.first.title : text.first.lead}
    >
      <Stack>
        <HelpLink href={addressOf.help} title={text.first.help}>
          {isOnline ? text.first.helpHint : text.first.helpHintOffline}
        </HelpLink>
        {surroundings.isSignedOut ? (
          <CardLink href={addressOf.signIn} title={text.first.report}>
            {text.first.signInHint}
          </CardLink>
        ) : (
          // What was begun before is kept, and offered below to go on with.
          <CardLink
            href={addressOf.safety}
            title={text.first.report}
            onClick={() => (inHand.savedAt || inHand.isOpening) && inHand.startAnew()}
          >
            {text.first.reportHint}
          </CardLink>
        )}
        {!isOnline && (
          <Text soft>
            {surroundings.device || surroundings.me ? text.first.worksOffline : text.first.reachedOffline}
          </Text>
        )}
        {surroundings.me && <Unfinished surroundings={surroundings} inHand={inHand} />}
        {isSomebody(surroundings) && <OnThisDevice surroundings={surroundings} inHand={inHand} />}
        <StandaloneLink href={addressOf.limit}>{text.first.limit}</StandaloneLink>
        {hasCode === false && (
          <Text soft>
            {text.first.codeWhy} <StandaloneLink href={addressOf.code}>{text.code.title}</StandaloneLink>
          </Text>
        )}
        <InstallHint />
      </Stack>
    </ReportPage>
  );
}

/** Reports that were begun and not sent: nothing that was typed is lost. */
function Unfinished({ surroundings, inHand }: { surroundings: Surroundings; inHand: DraftInHand }) {
  const text = useReportText();
  const moments = useMoments();
  const [drafts, setDrafts] = useState<Drafts>([]);
  const subjects = useDraftSubjects(drafts, surroundings);
  const [goodbye, setGoodbye] = useState<string | null>(null);
  useEffect(() => {
    const look = () =>
      void read<{ drafts: Drafts }>('/drafts').then((answered) => answered.ok && setDrafts(answered.body.drafts));
    look();
    // What was kept on this device may just have arrived.
    return hearOutboxChanged(look);
  }, []);

  function begun(startedAt: string): string {
    const moment = moments.moment(startedAt, serverNow());
    return needsSeconds(drafts, startedAt) ? text.first.seconds(moment, new Date(startedAt).getSeconds()) : moment;
  }

  async function goOn(draftId: string) {
    if (await inHand.open(draftId)) go(addressOf.safety);
  }
  async function throwAway() {
    if (!goodbye) return;
    await inHand.discard(goodbye);
    setDrafts((kept) => kept.filter(({ draftId }) => draftId !== goodbye));
    setGoodbye(null);
  }

  return (
    <>
      {drafts.map(({ draftId, startedAt }) => (
        <Card key={draftId} as="article" heading={text.first.goOn}>
          <Stack gap="s">
            {subjects.get(draftId) && <Text>{subjects.get(draftId)}</Text>}
            <Text soft>{text.first.goOnHint(begun(startedAt))}</Text>
            <Row>
              <Button kind="secondary" onClick={() => void goOn(draftId)}>
                {text.first.goOn}
              </Button>
              <Button kind="plain" onClick={() => setGoodbye(draftId)}>
                {text.first.discard}
              </Button>
            </Row>
          </Stack>
        </Card>
      ))}
      <Dialog
        isOpen={goodbye !== null}
        onClose={() => setGoodbye(null)}
        title={text.first.discardTitle}
        actions={
          <>
            <Button onClick={() => void throwAway()}>{text.first.discard}</Button>
            <Button kind="plain" onClick={() => setGoodbye(null)}>
              {text.first.keep}
            </Button>
          </>
        }
      >
        <Text>{text.first.discardHint}</Text>
      </Dialog>
    </>
  );
}

/** For the page that needs a session before it can go on. */
export function SignInFirst() {
  const text = useReportText();
  return (
    <ReportPage title={text.first.signInFirst} lead={text.first.signInHint} back={() => go(addressOf.start)}>
      <ButtonLink href={addressOf.signIn} wide>
        {text.first.signInFirst}
      </ButtonLink>
    </ReportPage>
  );
}
