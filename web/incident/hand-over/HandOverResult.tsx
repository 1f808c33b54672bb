import { useEffect, useRef, useState } from 'react';
import { type HandOverAnswer, takeBackMany } from '../../../contract/incident-hand-overs.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { useHandOverText } from './text.ts';

export interface Handed {
  readonly answer: HandOverAnswer;
  readonly toName: string;
  /** What each was called when it was given: it may be out of sight now. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What went and what did not, each with the reason; and for a quarter of an hour the way back. */
export function HandOverResult({ handed, onClose }: { handed: Handed; onClose: () => void }) {
  const text = useHandOverText();
  const moments = useMoments();
  const now = useNow();
  const takeBack = useWrite(takeBackMany);
  const [answer, setAnswer] = useState(handed.answer);
  const went = answer.items.filter(({ outcome }) => outcome === 'handed-over').length;
  const back = answer.items.filter(({ outcome }) => outcome === 'taken-back').length;
  const stayed = answer.items.filter(({ outcome }) => outcome !== 'handed-over' && outcome !== 'taken-back');
  const box = useRef<HTMLDivElement>(null);
  // It stands above the list, and whoever chose far down in it is not there.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const canGoBack = went > 0 && back === 0 && Date.parse(answer.untilAt) > now.getTime();

  async function undo() {
    const after = await takeBack.send({ params: { handOverId: answer.handOverId }, body: {} });
    if (after) setAnswer(after);
  }

  return (
    <div ref={box} className="hand-over-result">
      <Advice announce tone={stayed.length > 0 ? 'amber' : 'teal'} title={titleOf()}>
        <Stack gap="s">
          <WriteProblem of={takeBack} />
          {back > 0 && went > 0 && <Text>{text.keptThere(went, handed.toName)}</Text>}
          {stayed.length > 0 && (
            <>
              <Text>{text.stayed(stayed.length)}</Text>
              <ul className="not-gone plain-list">
                {stayed.map(({ id, outcome }) => (
                  <li key={id}>
                    <span className="not-gone__title">{handed.titles.get(id)}</span>
                    <br />
                    {text.why[outcome]}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Row>
            {canGoBack && (
              <Button kind="secondary" busy={takeBack.isBusy} onClick={() => void undo()}>
                {text.undo(moments.time(answer.untilAt))}
              </Button>
            )}
            <Button kind="plain" onClick={onClose}>
              {text.close}
            </Button>
          </Row>
        </Stack>
      </Advice>
    </div>
  );

  function titleOf() {
    if (back > 0) return text.wentBack(back);
    return went > 0 ? text.went(went, handed.toName) : text.nothingWent;
  }
}
