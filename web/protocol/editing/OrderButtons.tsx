import { IconButton } from '../../components/IconButton.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useProtocolText } from '../text.ts';

interface OrderButtonsProps {
  /** Unique on the page: the focus stays with the button that moved. */
  id: string;
  /** What moves, as the buttons call it. */
  name: string;
  at: number;
  count: number;
  onMove: (by: 1 | -1) => void;
  /** Without it the thing cannot be taken away. */
  onRemove?: () => void;
}

/** Up, down and away: for a thumb, a mouse and the keyboard alike. A press always gets an answer, also at the edge. */
export function OrderButtons({ id, name, at, count, onMove, onRemove }: OrderButtonsProps) {
  const { editing: text } = useProtocolText();
  const say = useSay();

  function move(by: 1 | -1) {
    const to = at + by;
    if (to < 0) return say(text.isFirst);
    if (to >= count) return say(text.isLast);
    onMove(by);
    say(text.movedTo(to + 1, count));
    // Moving takes it out of the page for a moment, and the focus with it.
    requestAnimationFrame(() => document.getElementById(`${id}-${by}`)?.focus());
  }

  return (
    <span className="order">
      <IconButton id={`${id}--1`} icon="chevron" className="order__up" label={text.up(name)} onClick={() => move(-1)} />
      <IconButton id={`${id}-1`} icon="chevron" label={text.down(name)} onClick={() => move(1)} />
      {onRemove && <IconButton icon="close" label={text.remove(name)} onClick={onRemove} />}
    </span>
  );
}
