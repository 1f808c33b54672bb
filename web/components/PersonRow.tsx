import type { ReactNode } from 'react';
import { Avatar } from './Avatar.tsx';
import './PersonRow.css';

interface PersonRowProps {
  /** `null` when nobody knows yet; then say so in `label`. */
  name: string | null;
  label?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
}

export function PersonRow({ name, label, note, action }: PersonRowProps) {
  return (
    <div className="person">
      <Avatar name={name} />
      <div className="person__words">
        <div>{label ?? name}</div>
        {note && <div className="person__note">{note}</div>}
      </div>
      {action && <div className="person__action">{action}</div>}
    </div>
  );
}
