import { Icon } from '../components/Icon.tsx';
import { useAppText } from './text.ts';

export function Bell() {
  const text = useAppText();
  return (
    <a href="/berichten" className="icon-button shell__bell" aria-label={text.bell(0)}>
      <Icon name="bell" size={24} />
    </a>
  );
}
