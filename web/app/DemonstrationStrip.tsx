import { Link } from '../components/Link.tsx';
import type { Me } from '../session/me.tsx';
import { useAppText } from './text.ts';

/** On demonstration data every page says so, and offers to become somebody else. */
export function DemonstrationStrip({ me }: { me: Me }) {
  const text = useAppText();
  return (
    <aside className="shell__demonstration" aria-label={text.demonstration.label}>
      <span>{text.demonstration.youAre(me.person.name)}</span> <Link href="/demo">{text.demonstration.become}</Link>
      <span className="shell__postbox">
        {' · '}
        <Link href="/postvak">{text.demonstration.postbox}</Link>
      </span>
    </aside>
  );
}
