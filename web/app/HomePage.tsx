import { Loading } from '../components/Loading.tsx';
import { useSession } from '../session/me.tsx';
import { MyHome } from './MyHome.tsx';
import { OpenHome } from './OpenHome.tsx';

/** The first screen. Also readable without a connection and without signing in: help never waits for a password. */
export function HomePage() {
  const session = useSession();
  if (session.state === 'signed-in') return <MyHome me={session.me} />;
  if (session.state === 'checking') return <Loading />;
  return <OpenHome />;
}
