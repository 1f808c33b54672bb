import { Icon } from '../components/Icon.tsx';
import { isCurrent, type NavigationItem } from './navigation.ts';
import { useAppText } from './text.ts';

/** On a phone the ways to go lie under the thumb. The top bar has them on a desk. */
export function BottomNavigation({ items, pathname }: { items: readonly NavigationItem[]; pathname: string }) {
  const text = useAppText();
  return (
    <nav aria-label={text.nav.label} className="shell__bottom">
      {items.map(({ href, label, icon }) => (
        <a key={href} href={href} aria-current={isCurrent(href, pathname, items) ? 'page' : undefined}>
          <Icon name={icon} size={24} />
          <span>{label}</span>
        </a>
      ))}
    </nav>
  );
}
