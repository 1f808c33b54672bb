/** What stands in melden.html itself. `waiting` is the frame of every other page: what it shows depends on who looks. */
export const firstScreens = ['start', 'help', 'safety', 'waiting'] as const;
export type FirstScreen = (typeof firstScreens)[number];

/** Said on the document when the program took over the screen that stood there. */
export const programIsHere = 'program-is-here';
