import { type Dossier, readDossier } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { AttachmentsCard } from '../attachments/AttachmentsCard.tsx';
import { ClassificationCard } from '../classification/ClassificationCard.tsx';
import { GuestsCard } from '../guests/GuestsCard.tsx';
import { ProtectedPlace } from '../guests/ProtectedPlace.tsx';
import { incidentTitle } from '../incidentTitle.ts';
import { ApproachCard } from '../next-visit/ApproachCard.tsx';
import { useOccurred } from '../occurred.ts';
import { WhoDidItCard } from '../people/WhoDidItCard.tsx';
import { AnswersCard } from '../questions/AnswersCard.tsx';
import { SameEventCard } from '../same-event/SameEventCard.tsx';
import { SeriesCard } from '../series/SeriesCard.tsx';
import { stateTones } from '../stateTones.ts';
import { SummaryCard } from '../summaries/SummaryCard.tsx';
import { useIncidentText } from '../text.ts';
import { WithdrawalCard } from '../withdrawal/WithdrawalCard.tsx';
import { useWorkText } from '../work/text.ts';
import { AccountsCard } from './AccountsCard.tsx';
import { ChainCard } from './ChainCard.tsx';
import { ClosuresCard } from './ClosuresCard.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import { DossierActions } from './DossierActions.tsx';
import { ImportedCard } from './ImportedCard.tsx';
import { PeopleCard } from './PeopleCard.tsx';
import { ResponseCard } from './ResponseCard.tsx';
import { TasksCard } from './TasksCard.tsx';
import { TimelineCard } from './TimelineCard.tsx';
import { useDossierText } from './text.ts';
import { useWordsOf } from './useWordsOf.ts';

/** The dossier on one calm page: what is needed now on the left, who and how it went on the right. */
export function DossierPage() {
  const incidentId = useAddressPart('incidentId');
  const dossier = useRead(readDossier, { params: { incidentId } }, { live: ['incident', 'tasks'] });
  return (
    <Answered of={dossier} isPage>
      {(answer) => <WholeDossier dossier={answer} />}
    </Answered>
  );
}

function WholeDossier({ dossier }: { dossier: Dossier }) {
  const isHelper = dossier.may.includes('work_on_tasks') && !dossier.may.includes('add_people');
  // Who is about to call reads first what happened; after that it is what is needed now that counts.
  const isUnheard = !isHelper && !dossier.contactAt && dossier.chain !== null;
  return (
    <Stack gap="l">
      <DossierHead dossier={dossier} isHelper={isHelper} />
      <CorrectedNotice dossier={dossier} />
      <ProtectedPlace dossier={dossier} />
      <Columns>
        <Stack>
          <WithdrawalCard dossier={dossier} />
          <ChainCard dossier={dossier} />
          <SameEventCard dossier={dossier} />
          <ImportedCard dossier={dossier} />
          {isUnheard && <AccountsCard dossier={dossier} />}
          <ResponseCard dossier={dossier} />
          <TasksCard dossier={dossier} isHelper={isHelper} />
          {!isUnheard && <AccountsCard dossier={dossier} />}
          <DetailsCard dossier={dossier} />
          <ClassificationCard dossier={dossier} />
          <AnswersCard incidentId={dossier.incidentId} />
          {!dossier.correctedReason && <AttachmentsCard incidentId={dossier.incidentId} />}
          <ClosuresCard dossier={dossier} />
        </Stack>
        <Stack as="aside">
          <PeopleCard dossier={dossier} />
          {!dossier.correctedReason && <WhoDidItCard dossier={dossier} />}
          <ApproachCard dossier={dossier} />
          <GuestsCard dossier={dossier} />
          {dossier.may.includes('add_event') && <SeriesCard incidentId={dossier.incidentId} />}
          <SummaryCard dossier={dossier} />
          <TimelineCard dossier={dossier} />
        </Stack>
      </Columns>
    </Stack>
  );
}

function DossierHead({ dossier, isHelper }: { dossier: Dossier; isHelper: boolean }) {
  const text = useIncidentText();
  const work = useWorkText();
  const moments = useMoments();
  const occurred = useOccurred();
  const wordsOf = useWordsOf(dossier);
  const kind = wordsOf('kind', [], {});
  const { place } = dossier;
  const placeName = [place?.locationName, place?.roomName].filter(Boolean).join(', ') || null;
  const title = incidentTitle(text, { ...dossier, placeName, ...(place && { placeKind: place.kind }) });
  return (
    <PageHeader
      title={title}
      tabTitle={`${title} ${dossier.number}`}
      trail={[
        // Who came for a task has no list of reports to go back to.
        isHelper ? { label: work.title, href: '/mijn-werk' } : { label: text.list.title, href: '/meldingen' },
        { label: dossier.number },
      ]}
      tags={
        <>
          <Tag tone={stateTones[dossier.state]}>{text.states[dossier.state]}</Tag>
          {kind && <Tag>{kind}</Tag>}
          {dossier.severity !== 'none' && <Tag>{text.severities[dossier.severity]}</Tag>}
        </>
      }
      meta={[
        occurred(dossier.occurredAt, dossier.occurredPrecision, dossier.imported ? undefined : moments.fullMoment),
        placeName ?? wordsOf('place', [], {}),
        !placeName && place?.text,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={<DossierActions dossier={dossier} />}
    />
  );
}

function CorrectedNotice({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  if (!dossier.correctedReason) return null;
  return (
    <Advice tone="teal" title={text.correction.noticeTitle}>
      <Text>{text.correction.notice(text.correction.reasons[dossier.correctedReason])}</Text>
    </Advice>
  );
}
