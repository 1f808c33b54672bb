import '../incident.css';
import { useState } from 'react';
import {
  closeIncident,
  type Dossier,
  notDiscussedReasons,
  readDossier,
  readSummary,
  victimWishes,
} from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { ErrorSummary, type FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { Stack } from '../../components/Stack.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart, useGoTo } from '../../session/address.ts';
import { findColleagues } from '../../session/findColleagues.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { ClosingSummary } from '../summaries/ClosingSummary.tsx';
import type { Summary } from '../summaries/SummaryCard.tsx';
import { useIncidentText } from '../text.ts';
import { type Closing, checkClosing, noAnswers, toClosure, withMeeting } from './closing.ts';
import { useClosingText } from './text.ts';

/** Closing asks for what is still open, by whom it was discussed and what was learned. */
export function ClosePage() {
  const incidentId = useAddressPart('incidentId');
  const dossier = useRead(readDossier, { params: { incidentId } }, { live: ['incident', 'tasks'] });
  const summary = useRead(readSummary, { params: { incidentId } }, { live: ['incident'] });
  return (
    <Answered of={dossier} isPage>
      {(answer) => <Answered of={summary}>{(learned) => <CloseForm dossier={answer} summary={learned} />}</Answered>}
    </Answered>
  );
}

function CloseForm({ dossier, summary }: { dossier: Dossier; summary: Summary }) {
  const text = useClosingText();
  const words = useIncidentText();
  const tell = useSay();
  const goTo = useGoTo();
  const close = useWrite(closeIncident);
  const [closing, setClosing] = useState<Closing>(() => withMeeting(noAnswers, summary.discussedOn));
  const [errors, setErrors] = useState<FieldError[]>([]);
  const change = (answers: Partial<Closing>) => setClosing((now) => ({ ...now, ...answers }));
  const errorAt = (fieldId: string) =>
    errors.find((error) => error.fieldId === fieldId)?.message ?? close.errorAt(fieldId);
  const here = `/meldingen/${dossier.incidentId}`;

  async function save() {
    const found = checkClosing(closing).map(({ fieldId, complaint }) => ({
      fieldId,
      message: text[complaint],
    }));
    setErrors(found);
    if (found.length > 0) return;
    if (await close.send({ params: { incidentId: dossier.incidentId }, body: toClosure(closing) })) {
      tell(text.done);
      goTo(here);
    }
  }

  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        trail={[
          { label: words.list.title, href: '/meldingen' },
          { label: dossier.number, href: here },
          { label: text.button },
        ]}
      />
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : <WriteProblem of={close} />}
      <OpenItems
        dossier={dossier}
        accepted={closing.acceptOpenItems}
        onAccept={(acceptOpenItems) => change({ acceptOpenItems })}
      />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="l">
          <Field id="conclusion" label={text.conclusion} hint={text.conclusionHint} error={errorAt('conclusion')}>
            <TextArea
              value={closing.conclusion}
              rows={5}
              limit={20_000}
              onChange={(event) => change({ conclusion: event.target.value })}
            />
          </Field>
          <ClosingSummary incidentId={dossier.incidentId} summary={summary} />
          <Discussed closing={closing} change={change} errorAt={errorAt} />
          <OneChoice
            id="victimWish"
            legend={text.wish}
            error={errorAt('victimWish')}
            choices={victimWishes.map((value) => ({ value, label: text.wishes[value] }))}
            chosen={closing.victimWish}
            onChange={(victimWish) => change({ victimWish })}
          />
          <Button type="submit" busy={close.isBusy}>
            {text.save}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

function OpenItems({
  dossier,
  accepted,
  onAccept,
}: {
  dossier: Dossier;
  accepted: boolean;
  onAccept: (accepted: boolean) => void;
}) {
  const text = useClosingText();
  const say = useBilingual();
  const { openItems } = dossier;
  if (openItems.length === 0) return <Advice tone="green" title={text.nothingOpen} />;
  const canAccept = openItems.every(({ blocks }) => !blocks);
  return (
    <Card heading={text.openTitle}>
      <Stack>
        <ul className="open-items">
          {openItems.map(({ kind, text: item, blocks }) => (
            <li key={`${kind} ${item.nl}`}>
              {say(item)} {blocks && <strong>{text.blocks}</strong>}
            </li>
          ))}
        </ul>
        {canAccept && (
          <Checkbox id="acceptOpenItems" checked={accepted} onChange={onAccept}>
            {text.accept}
          </Checkbox>
        )}
      </Stack>
    </Card>
  );
}

interface DiscussedProps {
  closing: Closing;
  change: (answers: Partial<Closing>) => void;
  errorAt: (fieldId: string) => string | undefined;
}

function Discussed({ closing, change, errorAt }: DiscussedProps) {
  const text = useClosingText();
  const setAttendees = (attendees: readonly Colleague[]) => change({ attendees });
  return (
    <Stack gap="l">
      <OneChoice
        id="discussed"
        legend={text.discussed}
        beside
        error={errorAt('discussed')}
        choices={[
          { value: 'yes', label: text.discussedYes },
          { value: 'no', label: text.discussedNo },
        ]}
        chosen={closing.discussed}
        onChange={(discussed) => change({ discussed })}
      />
      {closing.discussed === 'yes' && (
        <>
          <DateInput
            id="on"
            legend={text.on}
            error={errorAt('on')}
            value={closing.on}
            onChange={(on) => change({ on })}
          />
          <PeoplePicker
            id="attendees"
            label={text.attendees}
            find={findColleagues}
            error={errorAt('attendees')}
            chosen={closing.attendees}
            onChange={setAttendees}
          />
        </>
      )}
      {closing.discussed === 'no' && (
        <OneChoice
          id="notBecause"
          legend={text.notBecause}
          error={errorAt('notBecause')}
          choices={notDiscussedReasons.map((value) => ({ value, label: text.reasons[value] }))}
          chosen={closing.notBecause}
          onChange={(notBecause) => change({ notBecause })}
        />
      )}
    </Stack>
  );
}
