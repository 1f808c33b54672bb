import { Outlet, useRouterState } from '@tanstack/react-router';
import { OfflineBanner } from '../components/OfflineBanner.tsx';
import { SkipLink } from '../components/SkipLink.tsx';
import { UnsentBanner } from '../outbox/UnsentBanner.tsx';
import { useDelivery } from '../outbox/useOutbox.ts';
import { useLiveChannel } from '../session/live.ts';
import { useLanguageOf, useSession } from '../session/me.tsx';
import { chooseLanguage } from '../text/index.ts';
import { BottomNavigation } from './BottomNavigation.tsx';
import { DemonstrationStrip } from './DemonstrationStrip.tsx';
import { Footer } from './Footer.tsx';
import { LeavingUnsent } from './LeavingUnsent.tsx';
import { navigationFor } from './navigation.ts';
import { TopBar } from './TopBar.tsx';
import { useAppText } from './text.ts';
import './Shell.css';

/** What stands around every page: who you are, where you can go, and help, always within reach. */
export function Shell() {
  const session = useSession();
  const text = useAppText();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useLiveChannel(session.state === 'signed-in');
  useLanguageOf(session, chooseLanguage);
  const me = session.state === 'signed-in' ? session.me : null;
  useDelivery(me?.person.id ?? null);
  const items = me ? navigationFor(me, text) : [];
  return (
    <div className={me ? 'shell shell--signed-in' : 'shell'}>
      <SkipLink />
      <OfflineBanner />
      <UnsentBanner />
      {me?.employer.isDemonstration && <DemonstrationStrip me={me} />}
      <TopBar me={me} items={items} pathname={pathname} />
      <main id="main" tabIndex={-1} className="shell__main">
        <Outlet />
      </main>
      <Footer />
      {me && <BottomNavigation items={items} pathname={pathname} />}
      <LeavingUnsent />
    </div>
  );
}
