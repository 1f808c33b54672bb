import { countUnreadNotifications } from '../../contract/notifications.ts';
import { Icon } from '../components/Icon.tsx';
import '../components/IconButton.css';
import { useRead } from '../session/useRead.ts';
import { useAppText } from './text.ts';

const mostShown = 99;

/** How much there is that you have not seen. Live, so it can stand open all day. */
export function Bell() {
  const text = useAppText();
  const { data } = useRead(countUnreadNotifications, {}, { live: ['notifications'] });
  const unread = data?.unreadCount ?? 0;
  return (
    <a href="/berichten" className="icon-button shell__bell" aria-label={text.bell(unread)}>
      <Icon name="bell" size={24} />
      {unread > 0 && (
        <span className="shell__count figures" aria-hidden="true">
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
    </a>
  );
}
