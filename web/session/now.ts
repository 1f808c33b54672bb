import { useEffect, useState } from 'react';

/** How far the clock of this device is off. A wrong clock on a phone must not show a wrong deadline. */
let ahead = 0;
const secondsToIgnore = 2;

export function noteServerTime(date: string | null): void {
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told)) return;
  const difference = told - Date.now();
  ahead = Math.abs(difference) < secondsToIgnore * 1000 ? 0 : difference;
}

export function serverNow(): Date {
  return new Date(Date.now() + ahead);
}

/** The time at the server, again twice a minute, so that clocks and "vandaag" stay right on a page that is left open. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
