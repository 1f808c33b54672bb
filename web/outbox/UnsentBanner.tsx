import { Icon } from '../components/Icon.tsx';
import { isUnsent } from './box.ts';
import { useOutboxText } from './text.ts';
import { useOutbox } from './useOutbox.ts';
import './UnsentBanner.css';

/** On every page, until it went: a report that waits on this device is not forgotten. */
export function UnsentBanner() {
  const text = useOutboxText();
  const unsent = useOutbox()?.filter(isUnsent).length ?? 0;
  return (
    <div role="status">
      {unsent > 0 && (
        <p className="unsent-banner">
          <Icon name="clock" />
          <span>{text.unsent(unsent)}</span>
          <a className="unsent-banner__link" href="/melden/onderweg">
            {text.look}
          </a>
        </p>
      )}
    </div>
  );
}
