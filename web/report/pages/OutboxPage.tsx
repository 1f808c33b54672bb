import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { HelpLink } from '../../components/HelpLink.tsx';
import { StandaloneLink } from '../../components/Link.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { isUnsent, takeOutOfOutbox } from '../../outbox/box.ts';
import { sendsByItself } from '../../outbox/outbox.ts';
import type { WaitingReport } from '../../outbox/store.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { serverNow } from '../../session/now.ts';
import { useLanguage } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { addressOf } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import type { Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';

/** What was made without a connection: it waits, or it arrived. Nobody has to remember anything. */
export function OutboxPage({ surroundings }: { surroundings: Surroundings }) {
  const text = useReportText();
  const waiting = useOutbox();
  const reports = (waiting ?? [])
    .filter((entry) => entry.kind === 'report')
    .filter(isMine(surroundings))
    .reverse();
  const unsent = reports.filter(isUnsent).length;
  return (
    <ReportPage title={titleFor(unsent, reports.length, text.outbox)} hidesUnsent>
      <Stack gap="l">
        {waiting === null && <Loading rows={2} />}
        {reports.some(({ state }) => state.now === 'waiting') && (
          <Advice tone="amber" announce title={text.outbox.goesByItself}>
            <Text>{sendsByItself() ? text.outbox.withSync : text.outbox.withoutSync}</Text>
            <Text>{text.outbox.sealed}</Text>
          </Advice>
        )}
        {reports.map((report) => (
          <WaitingCard key={report.id} report={report} />
        ))}
        {unsent > 0 && (
          <HelpLink href={addressOf.help} title={text.first.help}>
            {text.first.helpHintOffline}
          </HelpLink>
        )}
        <StandaloneLink href="/">{text.home}</StandaloneLink>
      </Stack>
    </ReportPage>
  );
}

/** Of somebody else's report only that it waits is told here, for as long as it does. */
const isMine =
  ({ me, device }: Surroundings) =>
  (report: WaitingReport): boolean =>
    isUnsent(report) || report.personId === (me?.person.id ?? device?.personId);

function titleFor(unsent: number, all: number, text: ReturnType<typeof useReportText>['outbox']): string {
  if (unsent > 0) return text.notSent(unsent);
  return all > 0 ? text.allSent : text.nothing;
}

function WaitingCard({ report }: { report: WaitingReport }) {
  const text = useReportText();
  const moments = useMoments();
  const { state } = report;
  const made = text.outbox.made(moments.moment(new Date(report.madeOn).toISOString(), serverNow()));
  return (
    <Card as="article" heading={text.outbox.states[state.now]}>
      <Stack gap="s">
        {state.now === 'received' && <Text>{text.sent.lead(state.number)}</Text>}
        <Text soft>{made}</Text>
        <WhatNow report={report} />
      </Stack>
    </Card>
  );
}

function WhatNow({ report: { id, state } }: { report: WaitingReport }) {
  const text = useReportText();
  const language = useLanguage();
  switch (state.now) {
    case 'waiting':
      return null;
    case 'needs-sign-in':
      return (
        <>
          <Text>{text.outbox.signInWhy}</Text>
          <ButtonLink href={addressOf.signInToSend}>{text.outbox.signIn}</ButtonLink>
        </>
      );
    case 'stuck':
      return <Text>{state.why[language]}</Text>;
    case 'received':
      return (
        <Row>
          <ButtonLink kind="secondary" href={addressOf.follow(state.incidentId)}>
            {text.sent.follow}
          </ButtonLink>
          <Button kind="plain" onClick={() => void takeOutOfOutbox(id)}>
            {text.outbox.seen}
          </Button>
        </Row>
      );
    case 'returned':
      return (
        <>
          <Text>{text.outbox.returned}</Text>
          <ul className="steps-now">
            {state.because.map((why) => (
              <li key={why.nl}>{why[language]}</li>
            ))}
          </ul>
          <Row>
            <ButtonLink href={addressOf.start} onClick={() => void takeOutOfOutbox(id)}>
              {text.outbox.openDraft}
            </ButtonLink>
          </Row>
        </>
      );
  }
}
