import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { HandOverManyDialog } from './HandOverManyDialog.tsx';
import { type Handed, HandOverResult } from './HandOverResult.tsx';
import { RowCheckbox } from './RowCheckbox.tsx';
import { useHandOverText } from './text.ts';
import { useChoosing } from './useChoosing.ts';

export interface Chosen {
  readonly id: string;
  readonly title: string;
}

interface HandingOver {
  readonly isChoosing: boolean;
  /** Begins it; nothing while it goes on, and nothing where there are not several. */
  readonly start: ReactNode;
  /** What became of the last time. */
  readonly result: ReactNode;
  readonly bar: ReactNode;
  boxOf(row: Chosen): ReactNode;
}

/** Handing over several rows of a list at once: the parts, each for its own place on the page. */
export function useHandingOver(what: 'tasks' | 'dossiers', rows: readonly Chosen[]): HandingOver {
  const text = useHandOverText();
  const choosing = useChoosing(rows.map(({ id }) => id));
  const [isAsking, setAsking] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);

  const begin = () => {
    setHanded(null);
    choosing.start();
  };
  const titles = new Map(rows.map(({ id, title }) => [id, title]));

  return {
    isChoosing: choosing.isOn,
    start: !choosing.isOn && rows.length > 1 && (
      <Button kind="plain" onClick={begin}>
        {text.start}
      </Button>
    ),
    result: handed && <HandOverResult key={handed.answer.handOverId} handed={handed} onClose={() => setHanded(null)} />,
    bar: choosing.isOn && (
      <>
        <ChosenBar choosing={choosing} onHandOver={() => setAsking(true)} />
        {isAsking && (
          <HandOverManyDialog
            what={what}
            ids={choosing.ids}
            onClose={() => setAsking(false)}
            onDone={(answer, to) => {
              setAsking(false);
              choosing.stop();
              setHanded({ answer, toName: to.name, titles });
            }}
          />
        )}
      </>
    ),
    boxOf: ({ id, title }) => choosing.isOn && <RowCheckbox choosing={choosing} id={id} title={title} />,
  };
}
