import type { Role } from '../../contract/organisation-words.ts';
import { ButtonLink } from '../components/ButtonLink.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useAppText } from './text.ts';

/** For who followed a link to the work of another role. */
export function NotForYouPage({ role }: { role: Role }) {
  const text = useAppText();
  const whose = role === 'coordinator' ? text.notForYou.coordinator : text.notForYou.administrator;
  return (
    <>
      <PageHeader title={whose} />
      <EmptyState
        drawing="path"
        title={text.notForYou.what}
        action={
          <ButtonLink kind="secondary" href="/">
            {text.notFound.home}
          </ButtonLink>
        }
      >
        {text.notForYou.why}
      </EmptyState>
    </>
  );
}
