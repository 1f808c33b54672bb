import { Button } from '../../components/Button.tsx';
import { useHandOverText } from './text.ts';
import type { Choosing } from './useChoosing.ts';
import './hand-over.css';

/** Stays in sight while somebody chooses: how many, and what to do with them. */
export function ChosenBar({ choosing, onHandOver }: { choosing: Choosing; onHandOver: () => void }) {
  const text = useHandOverText();
  const count = choosing.ids.length;
  return (
    <div className="chosen-bar" role="toolbar" aria-label={text.bar}>
      <span className="chosen-bar__count" role="status">
        {text.count(count)}
        {choosing.isFull && <span className="soft small">{text.full}</span>}
      </span>
      <Button kind="plain" onClick={choosing.stop}>
        {text.stop}
      </Button>
      {count < choosing.list.length && (
        <Button kind="plain" onClick={choosing.takeAll}>
          {text.takeAll(choosing.list.length)}
        </Button>
      )}
      {count > 0 && <Button onClick={onHandOver}>{text.handOver}</Button>}
    </div>
  );
}
