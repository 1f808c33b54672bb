import type { Dossier } from '../../../contract/incident.ts';
import type { IncidentFlag, InjuryKind, ObservedCause } from '../../../contract/incident-words.ts';
import { type DetailTexts, sealedAs } from '../sealed-names.ts';
import type { DossierDocument } from './dossier-document.ts';
import type { Open } from './dossier-view.ts';

/** Every time details were given is a row; what was answered last is what counts, question by question. */
export function detailsView(rows: DossierDocument['details'], open: Open): Dossier['details'] {
  if (rows === null) return null;
  const codes: Readonly<Record<string, unknown>> = Object.assign({}, ...rows.map((row) => row.codes));
  const texts: DetailTexts = Object.assign(
    {},
    ...rows.map(({ id, sealedTexts }) => answered(open(sealedAs.detail(id), sealedTexts))),
  );
  return {
    flags: (codes['flags'] ?? []) as IncidentFlag[],
    cause: (codes['cause'] ?? null) as ObservedCause | null,
    injuries: (codes['injuries'] ?? null) as InjuryKind | null,
    damage: (codes['damage'] ?? null) as boolean | null,
    policePresent: (codes['policePresent'] ?? null) as boolean | null,
    demanded: texts.demanded ?? null,
    injuryText: texts.injuryText ?? null,
    damageText: texts.damageText ?? null,
  };
}

function answered(text: string | null): DetailTexts {
  if (text === null) return {};
  const texts = JSON.parse(text) as DetailTexts;
  return Object.fromEntries(Object.entries(texts).filter(([, answer]) => answer !== null));
}
