import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';
import type { Role } from '../../contract/organisation-words.ts';
import { Loading } from '../components/Loading.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { isTextTyped } from '../components/typedText.ts';
import { AsBefore, hasRole, type Me, useMe, useSession } from '../session/me.tsx';
import { useShownProblem } from '../session/ShownProblem.tsx';
import { NotForYouPage } from './NotForYouPage.tsx';
import { SignInAgain } from './SignInAgain.tsx';

/** Shows a page to who is signed in; the others go to the door and come back here afterwards. */
export function behindTheDoor(roles: readonly Role[] | undefined) {
  return ({ Page }: { Page: ComponentType }): { Page: ComponentType } => {
    const ForWhom = roles ? () => <WorkOf roles={roles} page={Page} /> : Page;
    return { Page: () => <Guarded page={ForWhom} /> };
  };
}

/** A colleague may share an address that is not for everybody: then it says whose work it is, before anything is filled in. */
function WorkOf({ roles, page: Page }: { roles: readonly Role[]; page: ComponentType }) {
  return hasRole(useMe(), ...roles) ? <Page /> : <NotForYouPage role={roles[0] ?? 'administrator'} />;
}

function Guarded({ page }: { page: ComponentType }) {
  const session = useSession();
  const [last, setLast] = useState<Me | null>(null);
  const [hasLeft, setLeft] = useState(false);
  const problem = useShownProblem(session.state === 'unreachable' ? session.problem : null);
  if (session.state === 'signed-in' && session.me !== last) setLast(session.me);
  if (session.state === 'signed-in') return <Kept key={session.me.person.id} me={session.me} page={page} />;
  if (session.state === 'signed-out') {
    // Whoever was typing finds it back: after signing in again, and nobody else.
    const isKept = last !== null && !hasLeft && isTextTyped();
    return isKept ? <Kept key={last.person.id} me={last} page={page} onLeave={() => setLeft(true)} /> : <ToTheDoor />;
  }
  if (session.state === 'unreachable' && problem) return <ProblemView problem={problem} onRetry={session.retry} />;
  return <Loading />;
}

interface KeptProps {
  me: Me;
  page: ComponentType;
  /** Only while its maker has to sign in again: then nothing of it is to be seen. */
  onLeave?: () => void;
}

function Kept({ me, page: Page, onLeave }: KeptProps) {
  return (
    <>
      <div className="behind-the-door" hidden={onLeave !== undefined}>
        <AsBefore me={me}>
          <Page />
        </AsBefore>
      </div>
      {onLeave && <SignInAgain cameByLink={me.cameByLink} onLeave={onLeave} />}
    </>
  );
}

/** Once, from where it stood: on the way to the door the address changes, and must not send anybody again. */
function ToTheDoor() {
  const navigate = useNavigate();
  const [wanted] = useState(() => window.location.pathname + window.location.search);
  useEffect(() => {
    void navigate({ href: `/inloggen?naar=${encodeURIComponent(wanted)}`, replace: true });
  }, [navigate, wanted]);
  return <Loading />;
}
