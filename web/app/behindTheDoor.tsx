import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';
import { Loading } from '../components/Loading.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { useSession } from '../session/me.tsx';
import { useShownProblem } from '../session/ShownProblem.tsx';

/** Shows a page to who is signed in; the others go to the door and come back here afterwards. */
export function behindTheDoor({ Page }: { Page: ComponentType }): { Page: ComponentType } {
  return { Page: () => <Guarded page={Page} /> };
}

function Guarded({ page: Page }: { page: ComponentType }) {
  const session = useSession();
  const problem = useShownProblem(session.state === 'unreachable' ? session.problem : null);
  if (session.state === 'signed-in') return <Page />;
  if (session.state === 'signed-out') return <ToTheDoor />;
  if (session.state === 'unreachable' && problem) return <ProblemView problem={problem} onRetry={session.retry} />;
  return <Loading />;
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
