import type { CastKey } from './cast.ts';
import { children } from './stories/children.ts';
import type { LocationKey } from './stories/place.ts';
import { scolding } from './stories/scolding.ts';
import { threatsElsewhere } from './stories/threats-elsewhere.ts';
import { threatsInside } from './stories/threats-inside.ts';
import { violence } from './stories/violence.ts';
import type { Story } from './story.ts';

/** What was written of this town; the newest comes first, because it was reported minutes ago. */
export const stories: readonly Story<CastKey, LocationKey>[] = [
  ...threatsInside,
  ...threatsElsewhere,
  ...scolding,
  ...violence,
  ...children,
];
