import { PageHeader } from '../../components/PageHeader.tsx';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';

/** For who followed a link to a form that is not theirs. */
export function NotForYou() {
  const { editing: text } = useProtocolText();
  return <PageHeader title={text.notForYouTitle} lead={text.notForYou} trail={useTrail()} />;
}
