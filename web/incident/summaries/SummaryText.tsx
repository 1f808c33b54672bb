import { type SummaryTexts, summaryParts } from '../../../contract/incident.ts';
import { useSummariesText } from './text.ts';
import './summaries.css';

/** The four sentences, each under its question. */
export function SummaryText({ texts }: { texts: SummaryTexts }) {
  const text = useSummariesText();
  return (
    <dl className="summary-text">
      {summaryParts.map((part) => (
        <div key={part}>
          <dt>{text.parts[part]}</dt>
          <dd>{texts[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
