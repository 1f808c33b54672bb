import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '../../contract/identity.ts';
import { Avatar } from '../components/Avatar.tsx';
import { Icon, type IconName } from '../components/Icon.tsx';
import { Menu } from '../components/Menu.tsx';
import { forgetPerson } from '../outbox/device.ts';
import { hasRole, type Me } from '../session/me.tsx';
import { useWrite } from '../session/useWrite.ts';
import { LanguageChoice, LetterChoice, ThemeChoice } from './Preferences.tsx';
import { useAppText } from './text.ts';

export function PersonMenu({ me }: { me: Me }) {
  const text = useAppText();
  const { person, employer } = me;
  const who = [person.name, inSentence(person.jobTitle)].filter(Boolean).join(', ');
  return (
    <Menu
      label={text.menu.open(who)}
      button={
        <>
          <span className="shell__name soft">{who}</span>
          <Avatar name={person.name} />
        </>
      }
    >
      <div className="person-menu__who">
        <strong>{person.name}</strong>
        <span className="soft small">{employer.name}</span>
      </div>
      {!me.cameByLink && (
        <>
          <MenuLink href="/account" icon="person" label={text.menu.account} />
          <MenuLink href="/afwezig" icon="people" label={text.menu.deputies} />
          <MenuLink href="/afspraken" icon="shield" label={text.menu.agreements} />
        </>
      )}
      {hasRole(me, 'coordinator') && <MenuLink href="/gesprekken" icon="note" label={text.nav.talks} />}
      {hasRole(me, 'coordinator') && <MenuLink href="/gasten" icon="people" label={text.menu.guests} />}
      {hasRole(me, 'administrator') && <MenuLink href="/beheer" icon="settings" label={text.nav.administration} />}
      {employer.isDemonstration && <MenuLink href="/postvak" icon="mail" label={text.demonstration.postbox} />}
      <hr className="person-menu__line" />
      <ThemeChoice />
      <LetterChoice />
      <LanguageChoice />
      <hr className="person-menu__line" />
      <SignOut />
    </Menu>
  );
}

/** "Teammanager Publiekszaken" → "teammanager Publiekszaken" */
function inSentence(jobTitle: string): string {
  return jobTitle.charAt(0).toLowerCase() + jobTitle.slice(1);
}

function MenuLink({ href, icon, label }: { href: string; icon: IconName; label: string }) {
  return (
    <a className="menu__item" href={href}>
      <Icon name={icon} />
      {label}
    </a>
  );
}

/** The page is loaded anew, so that nothing of what was on it stays in memory. */
function SignOut() {
  const text = useAppText();
  const queries = useQueryClient();
  const leaving = useWrite(signOut);
  async function leave() {
    if (!(await leaving.send({}))) return;
    queries.clear();
    // A browser without storage has nothing to forget.
    await forgetPerson().catch(() => undefined);
    window.location.assign('/');
  }
  return (
    <button type="button" className="menu__item" aria-busy={leaving.isBusy || undefined} onClick={() => void leave()}>
      <Icon name="exit" />
      {text.menu.signOut}
    </button>
  );
}
