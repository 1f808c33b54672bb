import { createElement } from 'react';

/** A recording of what happened. Nobody wrote out what is said in it, so there are no captions to show. */
export function Sound({ src, name }: { src: string; name: string }) {
  return createElement('audio', { className: 'file__sound', controls: true, preload: 'none', src, 'aria-label': name });
}
