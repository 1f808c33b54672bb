import type { ReactNode } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type Dossier, listRelatives, removeRelative } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Link } from '../../components/Link.tsx';
import { PersonRow } from '../../components/PersonRow.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { AddRelativeDialog } from './AddRelativeDialog.tsx';
import { usePeopleText } from './text.ts';

type Relative = AnswerOf<typeof listRelatives>['relatives'][number];

/** Whom it touches at home: for who leads the dossier, below our own people. `children`: what else can be added. */
export function Relatives({ dossier, children }: { dossier: Dossier; children: ReactNode }) {
  const { relatives: text } = usePeopleText();
  const adding = useAsking<'relative'>();
  const { incidentId } = dossier;
  const mayAdd = dossier.may.includes('add_people');
  const { data } = useRead(listRelatives, { params: { incidentId } }, { live: ['incident'], enabled: mayAdd });
  if (!mayAdd) return null;
  return (
    <>
      {data?.relatives.map((relative) => (
        <RelativeRow key={relative.relativeId} incidentId={incidentId} relative={relative} />
      ))}
      {children}
      <Button kind="plain" icon="plus" onClick={() => adding.ask('relative')}>
        {text.add}
      </Button>
      {adding.what && <AddRelativeDialog dossier={dossier} onClose={adding.stop} />}
    </>
  );
}

function RelativeRow({ incidentId, relative }: { incidentId: string; relative: Relative }) {
  const { relatives: text } = usePeopleText();
  const tell = useSay();
  const removing = useWrite(removeRelative);
  const { relativeId, relation, of, name, phone } = relative;

  async function remove() {
    if (await removing.send({ params: { incidentId, relativeId } })) tell(text.removed);
  }

  return (
    <>
      <PersonRow
        name={name}
        note={
          <>
            {text.isOf[relation](of?.name ?? null)}
            {phone && (
              <div>
                <Link href={`tel:${phone.replace(/[^+0-9]/g, '')}`}>{phone}</Link>
              </div>
            )}
          </>
        }
        action={
          <Button kind="plain" busy={removing.isBusy} onClick={() => void remove()}>
            {text.remove}
            <span className="visually-hidden"> {name}</span>
          </Button>
        }
      />
      <WriteProblem of={removing} />
    </>
  );
}
