import { Children, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './TaskRow.css';

interface TaskRowProps {
  /** A text, or a link to where it is done. */
  title: ReactNode;
  explanation?: ReactNode;
  /** When it is due, usually a `Tag` or a day; for a done task nothing. */
  due?: ReactNode;
  state?: 'open' | 'done' | 'dropped';
  /** A box to choose this one among others, in the place of the circle. */
  box?: ReactNode;
  /** What you can do with it, shown below. */
  children?: ReactNode;
}

/** The list around task rows. */
export function TaskList({ children }: { children: ReactNode }) {
  return <ul className="tasks plain-list">{children}</ul>;
}

/** One thing to do, or done. */
export function TaskRow({ title, explanation, due, state = 'open', box, children }: TaskRowProps) {
  const text = useComponentText();
  const spoken = { open: text.taskOpen, done: text.taskDone, dropped: text.taskDropped }[state];
  return (
    <li className={classes('task', `task--${state}`)}>
      {box || (
        <span className="task__tick" aria-hidden="true">
          {state === 'done' && <Icon name="check" size={16} />}
          {state === 'dropped' && <span className="task__dash" />}
        </span>
      )}
      <div className="task__words">
        <div className="task__title">
          <span className="visually-hidden">{spoken} </span>
          {title}
        </div>
        {explanation && <div className="task__explanation">{explanation}</div>}
      </div>
      {due && <div className="task__due">{due}</div>}
      {Children.toArray(children).length > 0 && <div className="task__actions">{children}</div>}
    </li>
  );
}
