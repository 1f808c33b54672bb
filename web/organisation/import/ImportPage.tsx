import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { previewImport } from '../../../contract/organisation.ts';
import type { ImportColumn } from '../../../contract/organisation-words.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StepBar } from '../../components/StepBar.tsx';
import { useOrganisationText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import '../organisation.css';

export type Preview = AnswerOf<typeof previewImport>;
export type Columns = Partial<Record<ImportColumn, number>>;

/** Where somebody is with their file. The file stays in the browser and goes along with each question. */
type ImportStep =
  | { name: 'file' }
  | { name: 'columns'; file: string; preview: Preview }
  | { name: 'check'; file: string; columns: Columns };

const order = ['file', 'columns', 'check'] as const;

export function ImportPage() {
  const { import: text, people } = useOrganisationText();
  const trail = useTrail({ label: people.title, href: '/beheer/mensen' });
  const [step, setStep] = useState<ImportStep>({ name: 'file' });
  const place = order.indexOf(step.name);
  return (
    <div className="narrow">
      <StepBar step={place + 1} total={order.length} />
      <PageHeader title={text.steps[place] ?? text.title} trail={[...trail, { label: text.title }]} />
      {step.name === 'file' && <FileStep onRead={(file, preview) => setStep({ name: 'columns', file, preview })} />}
      {step.name === 'columns' && (
        <ColumnsStep
          preview={step.preview}
          onChosen={(columns) => setStep({ name: 'check', file: step.file, columns })}
        />
      )}
      {step.name === 'check' && (
        <CheckStep file={step.file} columns={step.columns} onAgain={() => setStep({ name: 'file' })} />
      )}
    </div>
  );
}
