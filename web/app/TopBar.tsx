import { ButtonLink } from '../components/ButtonLink.tsx';
import { Mark } from '../components/Mark.tsx';
import type { Me } from '../session/me.tsx';
import { Bell } from './Bell.tsx';
import { isCurrent, type NavigationItem } from './navigation.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { LanguageSwitch } from './Preferences.tsx';
import { useAppText } from './text.ts';

interface TopBarProps {
  me: Me | null;
  items: readonly NavigationItem[];
  pathname: string;
}

export function TopBar({ me, items, pathname }: TopBarProps) {
  const text = useAppText();
  return (
    <header className="shell__top">
      <div className="shell__inner">
        <a href="/" className="shell__mark">
          <Mark />
        </a>
        {me && (
          <nav aria-label={text.nav.label} className="shell__nav">
            {items.map(({ href, label }) => (
              <a key={href} href={href} aria-current={isCurrent(href, pathname, items) ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        )}
        <div className="shell__end">
          <a href="/hulp" className="shell__help">
            {text.help.short}
          </a>
          {me ? (
            <>
              <Bell />
              <PersonMenu me={me} />
            </>
          ) : (
            <>
              <LanguageSwitch />
              {pathname !== '/inloggen' && (
                <ButtonLink kind="secondary" href="/inloggen" className="shell__sign-in">
                  {text.signIn}
                </ButtonLink>
              )}
            </>
          )}
        </div>
      </div>
    </header>
  );
}
