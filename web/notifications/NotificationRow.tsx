import { markNotificationRead, type Notification } from '../../contract/notifications.ts';
import { classes } from '../components/classes.ts';
import { Tag } from '../components/Tag.tsx';
import { useNow } from '../session/now.ts';
import { useWrite } from '../session/useWrite.ts';
import { useBilingual } from '../text/index.ts';
import { useMoments } from '../text/moments.ts';
import { useNotificationText } from './text.ts';

/** Opening it is reading it. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const text = useNotificationText();
  const say = useBilingual();
  const moments = useMoments();
  const now = useNow();
  const reading = useWrite(markNotificationRead);
  const { id, title, isUrgent, path, createdAt, readAt } = notification;
  const read = () => {
    if (!readAt) void reading.send({ params: { notificationId: id } });
  };
  return (
    <li className={classes('message', !readAt && 'message--unread')}>
      <div className="message__words">
        {path ? (
          <a className="message__title" href={path} onClick={read}>
            {say(title)}
          </a>
        ) : (
          <span className="message__title">{say(title)}</span>
        )}
        <span className="soft small">{moments.moment(createdAt, now)}</span>
      </div>
      {!readAt && <Tag tone={isUrgent ? 'amber' : 'teal'}>{isUrgent ? text.urgent : text.unread}</Tag>}
    </li>
  );
}
