import { useComponentText } from './text.ts';

/** The first stop of the keyboard: past the navigation, to what the page is about. */
export function SkipLink({ to = 'main' }: { to?: string }) {
  const text = useComponentText();
  return (
    <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href={`#${to}`}>
      {text.skip}
    </a>
  );
}
