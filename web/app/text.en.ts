import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  signIn: 'Sign in',
  nav: {
    label: 'Main menu',
    home: 'Home',
    work: 'My work',
    incidents: 'Reports',
    mine: 'My reports',
    notes: 'Notes',
    talks: 'Talks',
    agreements: 'Agreements',
    administration: 'Manage',
    access: 'Access',
  },
  help: {
    title: 'I need help now',
    short: 'Get help',
    call: 'Call 112. Or ask for help nearby.',
    callSomebody: (name) => `Call 112, or call ${name} with one tap`,
  },
  report: {
    title: 'I want to report something',
    takesAMinute: 'Takes about a minute. Not sure about something? Skip it.',
    unfinished: 'You have a report that is not finished. Go on or begin again.',
  },
  anonymous: 'Rather without your name? Tell it anonymously',
  bell: (unread) => (unread === 0 ? 'Messages' : `Messages, ${unread} new`),
  menu: {
    open: (name) => `Menu of ${name}`,
    account: 'Account and security',
    deputies: 'Away and stand-ins',
    agreements: 'Our agreements',
    theme: 'Colours',
    themes: { automatic: 'Automatic', light: 'Light', dark: 'Dark' },
    language: 'Language',
    signOut: 'Sign out',
  },
  demonstration: {
    label: 'Practice town',
    youAre: (name) => `This is a practice town. You are ${name} now.`,
    become: 'Become somebody else',
    postbox: 'Postbox',
  },
  home: {
    welcome: 'Welcome',
    lead: 'We have your back.',
    greeting: (hour, name) => {
      if (hour < 6) return `Good night ${name}`;
      if (hour < 12) return `Good morning ${name}`;
      return hour < 18 ? `Good afternoon ${name}` : `Good evening ${name}`;
    },
    managerIsThere: (team, name, until) =>
      until ? `${team}. ${name} is in today until ${until}.` : `${team}. ${name} is in today.`,
    managerIsAway: (team, name, until) =>
      until ? `${team}. ${name} is back ${until}.` : `${team}. ${name} is not in now.`,
    signInTitle: 'Follow your report',
    signInWhy: 'Sign in and see what happens with your report.',
    stepInTitle: 'This is a practice town',
    stepInWhy: 'The people and the reports are made up. Step in as one of them and look around.',
    stepIn: 'Choose who you are',
    setUpTitle: 'Set up Rugdekking',
    setUpWhy: 'There is no organisation yet. You begin with the code that the server printed.',
    setUp: 'Begin setting up',
    noReportsTitle: 'Your reports',
    noReports: 'You have not reported anything yet. When you do, you see every step here.',
    yourReport: (day, moment) =>
      day === 'today' || day === 'yesterday' ? `Your report of ${day}` : `Your report of ${moment}`,
    received: 'We have your report',
    hasIt: (name) => `${name} is on it`,
    closed: 'Finished',
    seeReport: 'See your report',
    otherReports: (count) => (count === 1 ? '1 other report' : `${count} other reports`),
  },
  waiting: {
    title: 'What waits for you',
    overdue: (count) => `${count} late`,
    nobody: 'No report waits for you now.',
    callNow: 'take it up',
    tasks: (count) => (count === 1 ? 'See your task' : `See your ${count} tasks`),
    noTasks: 'To my work',
  },
  severities: {
    none: 'Report',
    emotion: 'Emotion that goes on',
    verbal: 'Insults or belittling',
    threat: 'Threat',
    violence: 'Physical violence',
  },
  kinds: {
    incident: 'Report',
    transgressive: 'Transgressive behaviour',
    missing_person: 'Missing person',
    calamity: 'Calamity',
    social_media: 'Aggression on social media',
  },
  footer: {
    danger: 'Is there danger? Call 112.',
    accessibility: 'Accessibility',
  },
  previewKeepsNothing: 'This is a preview. We keep nothing.',
  notFound: {
    title: 'This page does not exist',
    what: 'There is nothing here',
    why: 'The address is not right, or the page is not for you.',
    home: 'To the beginning',
  },
  broken: {
    title: 'This page does not open',
    what: 'Load the page again. Usually there is a new version then.',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody must be able to ask for help and to report.',
    parts: [
      {
        title: 'What we promise',
        paragraphs: [
          'Rugdekking follows WCAG 2.2, levels A and AA. That is the norm for government.',
          'You can do everything with the keyboard. A screen reader can read every page.',
          'The text stays readable when you make it twice as large.',
        ],
      },
      {
        title: 'How we know',
        paragraphs: [
          'For each new version a program checks all screens.',
          'We also go through a whole report with only the keyboard.',
          'A program does not find everything. People have not examined it yet.',
        ],
      },
      {
        title: 'Does something not work?',
        paragraphs: ['Tell the administrator of your organisation. They look for a solution with you.'],
      },
    ],
  },
};
