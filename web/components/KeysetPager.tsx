import { Button } from './Button.tsx';
import { ButtonLink } from './ButtonLink.tsx';
import { useComponentText } from './text.ts';
import './KeysetPager.css';

interface KeysetPagerProps {
  shown: number;
  hasMore: boolean;
  busy?: boolean;
  onMore: () => void;
  /** The address of the next part, for who opens it in a new tab or sends it to a colleague. */
  href?: string;
}

/** The end of a list that goes on: how much you see, and more. */
export function KeysetPager({ shown, hasMore, busy = false, onMore, href }: KeysetPagerProps) {
  const text = useComponentText();
  return (
    <div className="pager">
      <span className="soft figures" role="status">
        {text.shown(shown)}
      </span>
      {hasMore &&
        (href ? (
          <ButtonLink
            kind="secondary"
            href={href}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onMore();
            }}
          >
            {text.more}
          </ButtonLink>
        ) : (
          <Button kind="secondary" busy={busy} onClick={onMore}>
            {text.more}
          </Button>
        ))}
    </div>
  );
}
