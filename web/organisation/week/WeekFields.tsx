import type { WorkingDay } from '../../../contract/organisation.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';
import '../../components/ChoiceCards.css';
import '../organisation.css';

const ordinary = { opens: '09:00', closes: '17:00' };

interface WeekFieldsProps {
  days: readonly WorkingDay[];
  onChange: (days: WorkingDay[]) => void;
}

/** A working week, day by day. Monday is 1. A day with a break keeps its parts; changing it here makes it one. */
export function WeekFields({ days, onChange }: WeekFieldsProps) {
  const words = useWords();
  return (
    <div className="week">
      {words.weekdays.map((name, place) => (
        <Day key={name} name={name} weekday={place + 1} days={days} onChange={onChange} />
      ))}
    </div>
  );
}

function Day({ name, weekday, days, onChange }: WeekFieldsProps & { name: string; weekday: number }) {
  const { week: text } = useOrganisationText();
  const parts = days.filter((day) => day.weekday === weekday);
  const opens = parts[0]?.opens;
  const closes = parts.at(-1)?.closes;
  const others = days.filter((day) => day.weekday !== weekday);
  const set = (hours: { opens: string; closes: string } | null) =>
    onChange([...others, ...(hours ? [{ weekday, ...hours }] : [])].sort((one, other) => one.weekday - other.weekday));
  return (
    <div className="week__day">
      <label className="week__works">
        <input
          type="checkbox"
          className="choice__box choice__box--checkbox"
          aria-label={text.works(name)}
          checked={parts.length > 0}
          onChange={(event) => set(event.target.checked ? ordinary : null)}
        />
        <span>{name}</span>
      </label>
      {opens && closes ? (
        <span className="week__hours">
          <TextInput
            type="time"
            aria-label={text.opensOn(name)}
            value={opens}
            onChange={(event) => set({ opens: event.target.value, closes })}
          />
          <span className="soft">–</span>
          <TextInput
            type="time"
            aria-label={text.closesOn(name)}
            value={closes}
            onChange={(event) => set({ opens, closes: event.target.value })}
          />
        </span>
      ) : (
        <span className="soft">{text.free}</span>
      )}
    </div>
  );
}
