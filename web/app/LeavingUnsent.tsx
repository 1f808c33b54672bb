import { Text } from '../components/Text.tsx';
import { isStoryTyped } from '../components/typedText.ts';
import { AskBeforeLeaving } from '../session/AskBeforeLeaving.tsx';
import { useAppText } from './text.ts';

/** Whoever goes to another page with a story half typed is asked first. */
export function LeavingUnsent() {
  const { leavingUnsent: text } = useAppText();
  return (
    <AskBeforeLeaving isLost={() => isStoryTyped()} text={text}>
      <Text>{text.lead}</Text>
    </AskBeforeLeaving>
  );
}
