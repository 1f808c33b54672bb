import { type ReactNode, useState } from 'react';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { serverNow } from '../../session/now.ts';
import { isRealDate, onDutchClock } from '../../text/dutchClock.ts';
import { useOrganisationText } from '../text.ts';

interface Period {
  from: string;
  until: string;
  missing: FieldError[];
  fields: (shown: readonly FieldError[]) => ReactNode;
}

/** From which day until which day: asked the same way for being away and for standing in. */
export function usePeriod(prefix: string): Period {
  const { away: text } = useOrganisationText();
  const [from, setFrom] = useState(() => onDutchClock(serverNow()).date);
  const [until, setUntil] = useState('');
  const fromId = `${prefix}-from`;
  const untilId = `${prefix}-until`;
  const missing = [
    ...(isRealDate(from) ? [] : [{ fieldId: fromId, message: text.missing.since }]),
    ...(isRealDate(until) ? [] : [{ fieldId: untilId, message: text.missing.until }]),
  ];
  const errorAt = (shown: readonly FieldError[], id: string) => shown.find(({ fieldId }) => fieldId === id)?.message;
  return {
    from,
    until,
    missing,
    fields: (shown) => (
      <>
        <DateInput id={fromId} legend={text.from} value={from} onChange={setFrom} error={errorAt(shown, fromId)} />
        <DateInput id={untilId} legend={text.until} value={until} onChange={setUntil} error={errorAt(shown, untilId)} />
      </>
    ),
  };
}
