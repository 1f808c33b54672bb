import { cast, deputies, employer, locations, teams } from './cast.ts';
import { generatedStories } from './generated-stories.ts';
import { wierdamWords } from './own-words.ts';
import { notes } from './stories/notes.ts';
import { stories } from './stories.ts';
import type { Town } from './town.ts';

const weekdays = [1, 2, 3, 4, 5];

/** Gemeente Wierdam, with what was written about it and what chance added. */
export const wierdam: Town = {
  employer,
  places: locations,
  teams,
  people: cast,
  deputies,
  weeks: [
    { who: 'priya', weekdays, opens: '07:30', closes: '18:00' },
    { who: 'tom', weekdays, opens: '08:00', closes: '18:00' },
    // They walk the streets until late, and so does whoever answers for them.
    ...['gerrit', 'chantal', 'dennis', 'petra'].map((who) => ({
      who,
      weekdays: [1, 2, 3, 4, 5, 6],
      opens: '08:00',
      closes: '23:00',
    })),
    ...['kees', 'ali', 'monique'].map((who) => ({
      who,
      weekdays: [1, 2, 3, 4, 5, 6],
      opens: '08:00',
      closes: '17:00',
    })),
  ],
  stories: [...stories, ...generatedStories],
  notes,
  words: wierdamWords,
};
