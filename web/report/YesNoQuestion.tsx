import { OneChoice } from '../components/ChoiceCards.tsx';
import type { YesNo } from './draft.ts';
import { useReportText } from './text.ts';

interface YesNoQuestionProps {
  id: string;
  question: string;
  chosen: YesNo | null;
  onChange: (chosen: YesNo) => void;
}

/** Yes, no, or "weet ik niet": each is a good answer. */
export function YesNoQuestion({ id, question, chosen, onChange }: YesNoQuestionProps) {
  const text = useReportText();
  return (
    <OneChoice
      id={id}
      legend={question}
      beside
      choices={[
        { value: 'yes', label: text.yes },
        { value: 'no', label: text.no },
        { value: 'unknown', label: text.unknown },
      ]}
      chosen={chosen}
      onChange={onChange}
    />
  );
}
