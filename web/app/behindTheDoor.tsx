import { useRouterState } from '@tanstack/react-router';
import { type ComponentType, useEffect } from 'react';
import { Loading } from '../components/Loading.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { useGoTo } from '../session/address.ts';
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

function ToTheDoor() {
  const goTo = useGoTo();
  const here = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    goTo(`/inloggen?naar=${encodeURIComponent(here)}`);
  });
  return <Loading />;
}
