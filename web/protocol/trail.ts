import { useProtocolText } from './text.ts';

/** The way back to everything that was agreed. */
export function useTrail(...further: readonly { label: string; href?: string }[]) {
  const { agreements } = useProtocolText();
  return [{ label: agreements.title, href: '/afspraken' }, ...further];
}
