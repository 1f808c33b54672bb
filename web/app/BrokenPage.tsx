import { useIsOnline } from '../components/OfflineBanner.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { useAppText } from './text.ts';

/** A page that could not be loaded: no connection, or a new version was put in place while this one was open. */
export function BrokenPage() {
  const text = useAppText();
  const isOnline = useIsOnline();
  return (
    <>
      <PageHeader title={text.broken.title} />
      <ProblemView
        problem={{ kind: isOnline ? 'broken' : 'unreachable', sentence: text.broken.what }}
        onRetry={() => window.location.reload()}
      />
    </>
  );
}
