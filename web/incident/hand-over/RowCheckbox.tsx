import type { KeyboardEvent } from 'react';
import { useHandOverText } from './text.ts';
import type { Choosing } from './useChoosing.ts';

interface RowCheckboxProps {
  choosing: Choosing;
  id: string;
  /** What the row is about, for who does not see it. */
  title: string;
}

const boxes = 'input[data-row-box]';

/** The box of one row. Shift takes everything in between; the arrows walk the rows, with Shift they choose them too. */
export function RowCheckbox({ choosing, id, title }: RowCheckboxProps) {
  const text = useHandOverText();
  const isChosen = choosing.ids.includes(id);

  function walk(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = [...document.querySelectorAll<HTMLInputElement>(boxes)];
    const next = rows[rows.indexOf(event.currentTarget) + step];
    next?.focus();
    if (event.shiftKey && next) choosing.press(next.value, true, false);
  }

  return (
    <label className="row-box">
      <input
        type="checkbox"
        className="choice__box choice__box--checkbox"
        data-row-box=""
        value={id}
        checked={isChosen}
        aria-label={text.choose(title)}
        onChange={(event) => {
          const { shiftKey } = event.nativeEvent as MouseEvent;
          choosing.press(id, event.target.checked, shiftKey === true);
        }}
        onKeyDown={walk}
      />
    </label>
  );
}
