import { useEffect, useRef, useState } from 'react';
import type { Language } from '../text/index.ts';

/** What browsers offer for this; not in the types of TypeScript yet. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  processLocally: boolean;
  start(): void;
  stop(): void;
}
interface OnThisDevice {
  langs: readonly string[];
  processLocally: true;
}
interface RecognitionClass {
  new (): Recognition;
  available?: (asked: OnThisDevice) => Promise<string>;
}
interface SaidEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

export type Dictation =
  | { readonly state: 'absent' }
  | { readonly state: 'ready' | 'listening' | 'failed'; readonly start: () => void; readonly stop: () => void };

const tags: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/**
 * Speaking instead of typing, only where the browser understands speech on the device itself: what somebody tells here may
 * not go to the maker of a browser. Elsewhere it is as if it did not exist; the keyboard of a phone has a microphone too.
 */
export function useDictation(language: Language, onSaid: (said: string) => void): Dictation {
  const [state, setState] = useState<Dictation['state']>('absent');
  const listening = useRef<Recognition | null>(null);
  const say = useRef(onSaid);
  say.current = onSaid;

  useEffect(() => {
    let isHere = true;
    void understandsHere(tags[language]).then((understands) => isHere && setState(understands ? 'ready' : 'absent'));
    return () => {
      isHere = false;
      listening.current?.stop();
    };
  }, [language]);

  if (state === 'absent') return { state };
  return {
    state,
    stop: () => listening.current?.stop(),
    start() {
      const Known = recognitionClass();
      if (Known === undefined || listening.current !== null) return;
      const recognition = new Known();
      listening.current = recognition;
      Object.assign(recognition, { lang: tags[language], continuous: true, processLocally: true });
      recognition.addEventListener('result', (event) => say.current(finallySaid(event as SaidEvent)));
      recognition.addEventListener('error', () => setState('failed'));
      recognition.addEventListener('end', () => {
        listening.current = null;
        setState((now) => (now === 'failed' ? now : 'ready'));
      });
      setState('listening');
      recognition.start();
    },
  };
}

function recognitionClass(): RecognitionClass | undefined {
  return (window as { SpeechRecognition?: RecognitionClass }).SpeechRecognition;
}

async function understandsHere(language: string): Promise<boolean> {
  const available = recognitionClass()?.available;
  if (available === undefined) return false;
  const answer = await available({ langs: [language], processLocally: true }).catch(() => 'unavailable');
  return answer === 'available';
}

function finallySaid({ resultIndex, results }: SaidEvent): string {
  return Array.from(results)
    .slice(resultIndex)
    .filter(({ isFinal }) => isFinal)
    .map((result) => result[0]?.transcript.trim() ?? '')
    .join(' ');
}

/** What was said comes behind what was written, with a space between. */
export function withSaid(written: string, said: string): string {
  if (said === '') return written;
  return written === '' || /\s$/.test(written) ? written + said : `${written} ${said}`;
}
