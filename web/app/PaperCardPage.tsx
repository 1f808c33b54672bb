import type { ReactNode } from 'react';
import { getDefaultMatrix } from '../../contract/protocol.ts';
import { Button } from '../components/Button.tsx';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Row } from '../components/Stack.tsx';
import { useReportText } from '../report/text.ts';
import { useRead } from '../session/useRead.ts';
import { useLanguage } from '../text/index.ts';
import { useAppText } from './text.ts';
import './PaperCard.css';

/** The same questions as on the screen, for where there is none. One sheet of A4. */
export function PaperCardPage() {
  const { paperCard: text } = useAppText();
  return (
    <div className="paper-card-page">
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <Row>
            <Button onClick={() => window.print()}>{text.print}</Button>
            <ButtonLink kind="secondary" href="/melden">
              {text.enterLater}
            </ButtonLink>
          </Row>
        }
      />
      <PaperCard />
    </div>
  );
}

function PaperCard() {
  const { paperCard: text } = useAppText();
  const ask = useReportText();
  const language = useLanguage();
  const matrix = useRead(getDefaultMatrix, {});
  const columns = matrix.data?.columns ?? [];
  const yesNo = [ask.yes, ask.no, ask.unknown];
  return (
    <article className="paper-card">
      <h2 className="paper-card__title">{text.heading}</h2>
      <p className="paper-card__danger">{text.danger}</p>
      <div className="paper-card__row">
        <Boxes title={ask.safety.safe} choices={yesNo} />
        <Boxes title={ask.safety.gone} choices={yesNo} />
        <Boxes title={ask.safety.injured} choices={yesNo} />
      </div>
      <Boxes
        title={ask.what.title}
        choices={columns.map(({ title, recognise }) => `${title[language]}: ${lowered(recognise[language])}`)}
        below
      />
      <Lines title={text.story} count={5} />
      <div className="paper-card__row">
        <Boxes title={ask.whom.title} choices={labelsOf(ask.whom.choices)} />
        <Lines title={text.names} count={2} />
      </div>
      <div className="paper-card__row">
        <Lines title={`${ask.when.title} ${text.date}`} count={1} />
        <Lines title={text.time} count={1} />
      </div>
      <Boxes title={ask.where.title} choices={[text.atWork, ...labelsOf(ask.where.choices)]} />
      <Lines title={text.place} count={1} />
      <Lines title={`${ask.who.title} ${text.who}`} count={2} />
      <p className="paper-card__note">{text.emotionNoName}</p>
      <Boxes title={ask.who.actions} choices={Object.values(ask.who.actionChoices)} />
      <Boxes title={ask.who.needs} choices={Object.values(ask.who.needChoices)} />
      <Lines title={text.sender} count={1} />
      <div className="paper-card__row">
        <Lines title={text.entered} count={1} />
        <Lines title={text.number} count={1} />
      </div>
      <p className="paper-card__note">{text.after}</p>
    </article>
  );
}

function Boxes({ title, choices, below }: { title: string; choices: readonly string[]; below?: boolean }) {
  return (
    <Question title={title}>
      <ul className={below ? 'paper-card__boxes paper-card__boxes--below' : 'paper-card__boxes'}>
        {choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
    </Question>
  );
}

function Lines({ title, count }: { title: string; count: number }) {
  return (
    <Question title={title}>
      {Array.from({ length: count }, (_, line) => (
        <span key={`line ${line + 1}`} className="paper-card__line" />
      ))}
    </Question>
  );
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="paper-card__question">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function labelsOf(choices: Readonly<Record<string, { label: string }>>): string[] {
  return Object.values(choices).map(({ label }) => label);
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
