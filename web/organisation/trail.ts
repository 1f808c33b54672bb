import { useOrganisationText } from './text.ts';

/** The way back to the first page of the administration. */
export function useTrail(...further: readonly { label: string; href?: string }[]) {
  const text = useOrganisationText();
  return [{ label: text.administration, href: '/beheer' }, ...further];
}
