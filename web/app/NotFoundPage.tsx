import { ButtonLink } from '../components/ButtonLink.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useAppText } from './text.ts';

export function NotFoundPage() {
  const text = useAppText();
  return (
    <>
      <PageHeader title={text.notFound.title} />
      <EmptyState
        drawing="path"
        title={text.notFound.what}
        action={
          <ButtonLink kind="secondary" href="/">
            {text.notFound.home}
          </ButtonLink>
        }
      >
        {text.notFound.why}
      </EmptyState>
    </>
  );
}
