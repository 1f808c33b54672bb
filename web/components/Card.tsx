import { type HTMLAttributes, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { Heading } from './Heading.tsx';
import './Card.css';

interface CardProps extends HTMLAttributes<HTMLElement> {
  heading?: ReactNode;
  headingLevel?: 2 | 3;
  /** Stands opposite the heading: a count, a tag or a link. */
  aside?: ReactNode;
  as?: 'section' | 'article' | 'div' | 'li';
  children: ReactNode;
}

/** White paper on the calm ground. With a heading it is a region that a screen reader can jump to. */
export function Card({
  heading,
  headingLevel = 2,
  aside,
  as: Tag = 'section',
  className,
  children,
  ...rest
}: CardProps) {
  const headingId = useId();
  return (
    <Tag {...rest} className={classes('card', className)} aria-labelledby={heading ? headingId : undefined}>
      {heading && (
        <div className="card__head">
          <Heading level={headingLevel} looksLike={2} id={headingId}>
            {heading}
          </Heading>
          {aside && <div className="card__aside">{aside}</div>}
        </div>
      )}
      {children}
    </Tag>
  );
}

interface CardLinkProps {
  href: string;
  title: string;
  children?: ReactNode;
  className?: string;
  onClick?: () => void;
}

/** A whole card as one link: a large, plain choice between two ways to go. */
export function CardLink({ href, title, children, className, onClick }: CardLinkProps) {
  return (
    <a href={href} className={classes('card card-link', className)} onClick={onClick}>
      <span className="card-link__title">{title}</span>
      {children && <span className="card-link__text">{children}</span>}
    </a>
  );
}
