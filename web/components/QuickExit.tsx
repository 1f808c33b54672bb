import { useEffect } from 'react';
import { useComponentText } from './text.ts';
import './QuickExit.css';

/** The weather: something everybody looks at. It takes the place of this page, so the back button does not lead here. */
const elsewhere = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen';
const presses = 3;
const withinMs = 1500;

function leave(): void {
  document.body.hidden = true;
  window.location.replace(elsewhere);
}

/** Away from this screen at once, when somebody looks along. Leaving cancels nothing: what was sent stays sent. */
export function QuickExit() {
  const text = useComponentText();
  useEffect(() => {
    let times: number[] = [];
    const count = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') times = [];
      else if (!event.repeat) times = [...times, event.timeStamp].filter((time) => event.timeStamp - time < withinMs);
      if (times.length >= presses) leave();
    };
    document.addEventListener('keydown', count);
    return () => document.removeEventListener('keydown', count);
  }, []);
  return (
    <a
      className="quick-exit utrecht-link utrecht-link--html-a"
      href={elsewhere}
      rel="noreferrer"
      title={text.quickExitHint}
      onClick={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      {text.quickExit}
    </a>
  );
}
