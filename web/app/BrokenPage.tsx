import { PageHeader } from '../components/PageHeader.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { useAppText } from './text.ts';

/** A page that could not be shown: usually a new version was put in place while this one was open. */
export function BrokenPage() {
  const text = useAppText();
  return (
    <>
      <PageHeader title={text.broken.title} />
      <ProblemView problem={{ kind: 'broken', sentence: text.broken.what }} onRetry={() => window.location.reload()} />
    </>
  );
}
