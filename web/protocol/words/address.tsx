import type { ReactNode } from 'react';
import { type Vocabulary, vocabularies } from '../../../contract/vocabulary-words.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useTrail } from '../trail.ts';
import { useWordsText } from './text.ts';

const overview = '/afspraken/woorden';

/** In Dutch, as it stands in the address. */
const inAddress: Readonly<Record<Vocabulary, string>> = {
  kind: 'soort',
  place: 'waar',
  action: 'gedaan',
  target: 'wie',
  cause: 'aanleiding',
  flag: 'kenmerken',
  form: 'vorm',
  injury: 'letsel',
};

export const wordsHref = (list: Vocabulary) => `${overview}/${inAddress[list]}`;

/** The list in the address, when there is one that is called so. */
export function WithList({ children }: { children: (list: Vocabulary) => ReactNode }) {
  const asked = useAddressPart('list');
  const list = vocabularies.find((known) => inAddress[known] === asked);
  return list ? children(list) : <Absent />;
}

function Absent() {
  const text = useWordsText();
  return <PageHeader title={text.absent} lead={text.absentMore} trail={useWordsTrail()} />;
}

/** The way back to all words. */
export function useWordsTrail(...further: readonly { label: string; href?: string }[]) {
  const text = useWordsText();
  return useTrail({ label: text.title, href: overview }, ...further);
}
