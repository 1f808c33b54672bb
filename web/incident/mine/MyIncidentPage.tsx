import type { AnswerOf } from '../../../contract/endpoint.ts';
import { myIncident } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { AttachmentsCard } from '../attachments/AttachmentsCard.tsx';
import { AddAddendumDialog } from '../dossier/AddAddendumDialog.tsx';
import { useDossierText } from '../dossier/text.ts';
import { firstName, incidentTitle } from '../incidentTitle.ts';
import { AnswersCard } from '../questions/AnswersCard.tsx';
import { SeriesCard } from '../series/SeriesCard.tsx';
import { MySummaryCard } from '../summaries/MySummaryCard.tsx';
import { useIncidentText } from '../text.ts';
import { MayWithdraw, MyWithdrawal } from '../withdrawal/MyWithdrawal.tsx';
import { GiveAccount } from './GiveAccount.tsx';
import { useMineText } from './text.ts';

export type MyView = AnswerOf<typeof myIncident>;

/** For who is concerned: every step in plain words, who has it, and room to add or to tell. */
export function MyIncidentPage() {
  const incidentId = useAddressPart('incidentId');
  const report = useRead(myIncident, { params: { incidentId } }, { live: ['incident'] });
  return (
    <Answered of={report} isPage>
      {(answer) => <WholeReport report={answer} />}
    </Answered>
  );
}

function WholeReport({ report }: { report: MyView }) {
  const text = useMineText();
  const dossier = useDossierText();
  const words = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  const roles = report.myRoles.map((role) => text.roles[role]).filter(Boolean);
  const title = incidentTitle(words, report);
  return (
    <Stack gap="l">
      <PageHeader
        title={title}
        tabTitle={`${title} ${report.number}`}
        trail={[{ label: text.title, href: '/mijn-meldingen' }, { label: report.number }]}
        tags={<Standing report={report} />}
        meta={[moments.moment(report.occurredAt, now), ...roles].join(' · ')}
      />
      {report.state === 'corrected' && (
        <Advice tone="teal" title={dossier.correction.noticeTitle}>
          {text.corrected}
        </Advice>
      )}
      <Columns>
        <Stack>
          <GiveAccount incidentId={report.incidentId} isAsked={report.account?.state === 'asked'} />
          {mayTellMore(report) && <MySummaryCard incidentId={report.incidentId} />}
          <MyWithdrawal report={report} />
          <Steps report={report} />
          <OwnStory report={report} />
          <OthersStories report={report} />
          <AnswersCard incidentId={report.incidentId} />
          {report.state !== 'corrected' && <AttachmentsCard incidentId={report.incidentId} />}
        </Stack>
        <Stack as="aside">
          <WhoHasIt report={report} />
          <MoreToTell report={report} />
          {mayTellMore(report) && <SeriesCard incidentId={report.incidentId} />}
          <MayWithdraw report={report} />
        </Stack>
      </Columns>
    </Stack>
  );
}

/** Whoever only saw it adds no series. */
function mayTellMore({ state, myRoles }: MyView): boolean {
  return state !== 'corrected' && myRoles.some((role) => role === 'reporter' || role === 'victim');
}

function Standing({ report: { state, hasIt } }: { report: MyView }) {
  const text = useMineText();
  const words = useIncidentText();
  if (state === 'closed') return <Tag tone="green">{text.closed}</Tag>;
  if (hasIt) return <Tag tone="teal">{text.hasIt(firstName(hasIt.person.name))}</Tag>;
  return <Tag>{words.states[state]}</Tag>;
}

function Steps({ report }: { report: MyView }) {
  const text = useMineText();
  const words = useIncidentText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  const inOrder = [...report.steps].sort(
    (one, other) => Number(one.isAhead) - Number(other.isAhead) || one.at.localeCompare(other.at),
  );
  const lastBehind = inOrder.findLastIndex(({ isAhead }) => !isAhead);
  return (
    <Card heading={text.stepsTitle}>
      {inOrder.length === 0 && <Text soft>{text.noSteps}</Text>}
      <Timeline
        items={inOrder.map(({ id, at, text: told, isAhead }, place) => ({
          id,
          title: say(told),
          note: isAhead ? words.clock.before(moments.moment(at, now)) : moments.moment(at, now),
          state: isAhead ? 'expected' : place === lastBehind && report.state !== 'closed' ? 'now' : 'done',
        }))}
      />
    </Card>
  );
}

function WhoHasIt({ report }: { report: MyView }) {
  const text = useMineText();
  const words = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  const { hasIt, contactDueAt, state } = report;
  if (!hasIt || state === 'closed' || state === 'corrected') return null;
  return (
    <Card heading={text.hasIt(firstName(hasIt.person.name))}>
      <Stack gap="s">
        <Text soft>{[hasIt.person.name, words.holders[hasIt.role] ?? hasIt.role].join(', ')}</Text>
        {contactDueAt && <Text>{text.contactBefore(moments.moment(contactDueAt, now))}</Text>}
        {hasIt.phone && (
          <ButtonLink kind="secondary" icon="phone" href={`tel:${hasIt.phone.replace(/[^+0-9]/g, '')}`}>
            {text.call(firstName(hasIt.person.name))}
          </ButtonLink>
        )}
      </Stack>
    </Card>
  );
}

function OwnStory({ report }: { report: MyView }) {
  const text = useMineText();
  const dossier = useDossierText();
  const moments = useMoments();
  const now = useNow();
  const { account, addenda, aggressor, myRoles } = report;
  const isWitnessOnly = !myRoles.includes('reporter') && !myRoles.includes('victim');
  if (account?.state === 'asked' || (isWitnessOnly && !account)) return null;
  return (
    <Card heading={text.storyTitle}>
      <Stack gap="s">
        {account?.story ? <Quote by={text.storyFixed}>{account.story}</Quote> : <Text soft>{text.storyNone}</Text>}
        {aggressor && (
          <Text>
            <strong>{text.aggressor}:</strong> {aggressor}
          </Text>
        )}
        {addenda.map(({ id, person, addedAt, text: added }) => (
          <Quote key={id} by={dossier.story.addendumBy(person.name, moments.moment(addedAt, now))}>
            {added}
          </Quote>
        ))}
      </Stack>
    </Card>
  );
}

function OthersStories({ report: { othersAccounts } }: { report: MyView }) {
  const text = useMineText();
  const dossier = useDossierText();
  const moments = useMoments();
  const now = useNow();
  const told = othersAccounts.filter(({ story }) => story);
  if (told.length === 0) return null;
  return (
    <Card heading={text.othersTitle}>
      <Stack gap="s">
        {told.map(({ person, story, givenAt }) => (
          <Quote
            key={person.id}
            by={dossier.story.addendumBy(person.name, givenAt ? moments.moment(givenAt, now) : '')}
          >
            {story}
          </Quote>
        ))}
      </Stack>
    </Card>
  );
}

function MoreToTell({ report }: { report: MyView }) {
  const text = useMineText();
  const dossier = useDossierText();
  const adding = useAsking<'addendum'>();
  if (report.state === 'corrected') return null;
  const mayTellDetails =
    report.myRoles.some((role) => role === 'reporter' || role === 'victim') && !report.detailsGiven;
  return (
    <Card heading={text.detailsTitle}>
      <Stack gap="s">
        {mayTellDetails && (
          <ButtonLink kind="secondary" href={`/melden/details/${report.incidentId}`}>
            {text.details}
          </ButtonLink>
        )}
        <Button kind="plain" icon="plus" onClick={() => adding.ask('addendum')}>
          {dossier.story.add}
        </Button>
      </Stack>
      {adding.what && <AddAddendumDialog incidentId={report.incidentId} onClose={adding.stop} />}
    </Card>
  );
}
