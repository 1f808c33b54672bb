import { useLanguage } from '../text/index.ts';
import { Button } from './Button.tsx';
import { useDictation, withSaid } from './dictation.ts';
import { Text } from './Text.tsx';
import { useComponentText } from './text.ts';
import { saidIn } from './typedText.ts';

interface DictateProps {
  /** Of the field that it stands below. */
  fieldId: string;
  value: string;
  onChange: (value: string) => void;
}

/** Below a large field: say it instead of typing it. Not there where a browser would send the voice away. */
export function Dictate({ fieldId, value, onChange }: DictateProps) {
  const text = useComponentText();
  const dictation = useDictation(useLanguage(), (said) => {
    saidIn(fieldId);
    onChange(withSaid(value, said));
  });
  if (dictation.state === 'absent') return null;
  const isListening = dictation.state === 'listening';
  return (
    <div>
      <Button
        kind="plain"
        icon="microphone"
        aria-pressed={isListening}
        onClick={isListening ? dictation.stop : dictation.start}
      >
        {isListening ? text.stopDictating : text.dictate}
      </Button>
      <Text soft className="small" role="status">
        {dictation.state === 'failed' ? text.dictateFailed : isListening ? text.dictating : text.dictateStaysHere}
      </Text>
    </div>
  );
}
