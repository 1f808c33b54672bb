import type { ReactNode } from 'react';
import { type PlaybookCode, playbookCodes } from '../../contract/protocol-words.ts';
import { PageHeader } from '../components/PageHeader.tsx';
import { useAddressPart } from '../session/address.ts';
import { useProtocolText } from './text.ts';
import { useTrail } from './trail.ts';

/** The playbook in the address, when there is one that is called so. */
export function WithPlaybook({ children }: { children: (code: PlaybookCode) => ReactNode }) {
  const asked = useAddressPart('code');
  const code = playbookCodes.find((known) => known === asked);
  return code ? children(code) : <Absent />;
}

/** The version in the address. Whether it ever was, the server knows. */
export function WithVersion({ children }: { children: (version: number) => ReactNode }) {
  const asked = useAddressPart('version');
  return /^[1-9]\d{0,5}$/.test(asked) ? children(Number(asked)) : <Absent />;
}

function Absent() {
  const { agreements: text } = useProtocolText();
  return <PageHeader title={text.absent} lead={text.absentMore} trail={useTrail()} />;
}

export function playbookHref(code: PlaybookCode): string {
  return `/afspraken/draaiboeken/${code}`;
}
