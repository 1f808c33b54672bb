import type { LanguageWords } from './words.ts';

const open = 'See the dossier';

export const english: LanguageWords = {
  frame: {
    greeting: 'Hello,',
    whyNoNames: 'This message holds no names, on purpose. Sign in to read more.',
    footer: 'This message comes from Rugdekking.',
  },
  templates: {
    'incident-reported': {
      subject: ({ by }) => (by ? `New report. Call your colleague, ${by} at the latest` : 'A new report for you'),
      lines: ({ by }) => [
        'A colleague has reported something. It is up to you now.',
        by ? `Speak to your colleague, ${by} at the latest.` : 'See what your colleague needs now.',
        'Not able to? Then we will ask somebody else.',
      ],
      button: 'See the report',
    },
    'chain-escalated': {
      subject: ({ by }) => (by ? `A report waits for you, ${by} at the latest` : 'A report waits for you'),
      lines: ({ by }) => [
        'There is a report that nobody has been in touch about.',
        by ? `Will you take it up? Speak to your colleague, ${by} at the latest.` : 'Will you take it up?',
      ],
      button: 'Take it up',
    },
    'contact-due': {
      subject: ({ by }) => (by ? `Speak to your colleague, ${by} at the latest` : 'Speak to your colleague today'),
      lines: () => ['You took up a report.', 'We do not see yet that you spoke to your colleague. Can you do it now?'],
      button: 'Record the talk',
    },
    'taken-up': {
      subject: () => 'Somebody has taken up your report',
      lines: () => ['Your report has been read. Somebody is working on it and will be in touch.'],
      button: 'See your report',
    },
    'task-assigned': {
      subject: ({ by }) => (by ? `You have a task, ${by} at the latest` : 'You have a new task'),
      lines: ({ by }) => ['There is a task for you on a dossier.', ...(by ? [`Do this ${by} at the latest.`] : [])],
      button: 'See your task',
    },
    'tasks-handed-over': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'A colleague handed a task over to you' : `A colleague handed ${count} tasks over to you`,
      lines: ({ by }) => [by ? `The first is due ${by}.` : 'In your work you read what to do.'],
      button: 'See your work',
    },
    'dossiers-handed-over': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'A colleague handed a dossier over to you' : `A colleague handed ${count} dossiers over to you`,
      lines: () => ['It is yours now. See what your colleagues need from you.'],
      button: 'See what you have',
    },
    'handed-over-taken-back': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'A colleague took work back from you' : `A colleague took ${count} things back from you`,
      lines: () => ['It had just been handed over to you. There is nothing more to do.'],
      button: 'See your work',
    },
    'tasks-due': {
      subject: ({ count = 1 }) =>
        count === 1 ? 'You have a task that is nearly due' : `You have ${count} tasks that are nearly due`,
      lines: ({ by }) => [by ? `The first is due ${by}.` : 'See which task comes first.'],
      button: 'See your work',
    },
    'task-overdue': {
      subject: () => 'A task is late',
      lines: () => ['A task on a dossier is late.', 'Not able to do it? Then hand it over.'],
      button: open,
    },
    'response-due': {
      subject: ({ by }) => (by ? `Send a response, ${by} at the latest` : 'Send a response'),
      lines: ({ by }) => [
        'Your organisation tells the other person what happens next.',
        by ? `That is due ${by}.` : 'That is due soon.',
      ],
      button: open,
    },
    'response-overdue': {
      subject: () => 'The response is late',
      lines: () => ['The time for a response has passed.', 'Send it now, or ask the coordinator to put it off.'],
      button: open,
    },
    'review-due': {
      subject: () => 'Look again at a response that was put off',
      lines: () => ['The response was put off until today.', 'Decide whether it can go now.'],
      button: open,
    },
    'step-for-reporter': {
      subject: () => 'There is news about your report',
      lines: () => ['A step was taken. You can read it in plain words.'],
      button: 'Read what happened',
    },
    'own-people-concerned': {
      subject: () => 'A report also concerns your team',
      lines: () => [
        'A colleague has reported something. It also concerns somebody in your team.',
        'Another manager takes this up.',
      ],
      button: 'See the report',
    },
    'account-asked': {
      subject: ({ by }) => (by ? `Would you tell us something, ${by} at the latest?` : 'Would you tell us something?'),
      lines: () => [
        'You were there. We would like to hear what you saw.',
        'Tell it in your own words. You do not have to.',
      ],
      button: 'Tell what you saw',
    },
    'account-given': {
      subject: () => 'A colleague has told something',
      lines: () => ['A dossier now holds the account of a colleague.'],
      button: open,
    },
    'summary-asked': {
      subject: () => 'Will you read a text for the team?',
      lines: () => ['There is a short text for the team, without names.', 'You say whether it is good.'],
      button: 'Read the text',
    },
    'summary-answered': {
      subject: () => 'Somebody has read your text for the team',
      lines: () => ['In the dossier you read what your colleague thinks of it.'],
      button: open,
    },
    'approach-review': {
      subject: () => 'An agreement for the next contact is about to end',
      lines: ({ by }) => [
        by ? `The agreement ends by itself, ${by}.` : 'The agreement ends by itself soon.',
        'Is it still needed? Then agree it again.',
      ],
      button: open,
    },
    'addendum-added': {
      subject: () => 'Something was added to a dossier',
      lines: () => ['A colleague has added something.'],
      button: open,
    },
    'report-withdrawn': {
      subject: () => 'A colleague withdrew a report',
      lines: () => ['Speak with your colleague about the reason. Then decide together how it goes on.'],
      button: open,
    },
    'incident-corrected': {
      subject: () => 'A report was put right',
      lines: () => ['This was no report after all. We have put it right.'],
      button: open,
    },
    'anonymous-message': {
      subject: () => 'Somebody without a name told you something',
      lines: () => ['There is a new message in an anonymous talk.', 'The other is waiting for your answer.'],
      button: 'Read the message',
    },
    'dossier-closed': {
      subject: () => 'A dossier was closed',
      lines: () => [
        'The dossier is done. You can read what was decided.',
        'Is something wrong? Then it can be opened again.',
      ],
      button: open,
    },
    'dossier-reopened': {
      subject: () => 'A dossier is open again',
      lines: () => ['We go on with a dossier. You can read why.'],
      button: open,
    },
    'export-ready': {
      subject: () => 'Your file with reports is ready',
      lines: () => ['You can fetch it for a day. After that it disappears.'],
      button: 'Fetch your file',
    },
    'draft-expiring': {
      subject: ({ by }) => (by ? `You began a report. Your draft disappears ${by}` : 'You began a report'),
      lines: () => ['Your draft has been waiting for a while.', 'Finish your report, or throw the draft away.'],
      button: 'Go on with your report',
    },
    'pattern-found': {
      subject: () => 'There is a pattern in the notes',
      lines: () => ['Colleagues noted things that are alike.', 'You decide what to do with it.'],
      button: 'See the pattern',
    },
    'pattern-question': {
      subject: () => 'The coordinator asks something about your note',
      lines: () => [
        'You noted something. Colleagues noted something like it.',
        'Will you tell who it was? You do not have to.',
      ],
      button: 'Read the question',
    },
    'pattern-answered': {
      subject: () => 'A colleague answered your question',
      lines: () => ['A pattern has an answer for you.'],
      button: 'Read the answer',
    },
    invitation: {
      subject: () => 'You can now sign in to Rugdekking',
      lines: ({ by }) => [
        'Your organisation works with Rugdekking. There you report what happens to you at work.',
        ...(by ? [`This link works until ${by}.`] : []),
      ],
      button: 'Make your account',
    },
    'guest-link': {
      subject: () => 'Your personal link',
      lines: ({ by }) => [
        'Somebody invites you to tell what happened to you, and to follow what is done about it.',
        'You need no account. You open the link and get a code.',
        ...(by ? [`The link works until ${by}.`] : []),
        'The link is for you only. Do not forward this mail.',
      ],
      button: 'Open your personal link',
    },
    'guest-code': {
      subject: ({ code = '' }) => `Your code is ${code}. Give it to nobody`,
      lines: ({ code = '' }) => [`Your code is ${code}.`],
    },
    'sign-in-link': {
      subject: () => 'Choose a new password',
      lines: ({ by }) => [
        'You asked for a new password.',
        ...(by ? [`This link works until ${by}.`] : []),
        'Did you not ask for it? Then there is nothing to do.',
      ],
      button: 'Choose a password',
    },
    'sign-in-code': {
      subject: () => 'Your code to sign in',
      lines: ({ code = '', by }) => [
        `Your code is ${code}.`,
        ...(by ? [`The code works until ${by}.`] : []),
        'Give this code to nobody. We never ask for it.',
      ],
    },
    'sign-in-changed': {
      subject: () => 'The way you sign in has changed',
      lines: () => ['Somebody changed how you sign in. Was it not you? Then call your administrator at once.'],
      button: 'See how you sign in',
    },
    'sessions-ended': {
      subject: () => 'You were signed out everywhere',
      lines: () => ['We signed you out on all your devices. Sign in again to go on.'],
      button: 'Sign in',
    },
    'account-reset': {
      subject: () => 'You choose again how you sign in',
      lines: () => [
        'Your administrator took away how you signed in. You get a mail with an invitation.',
        'You did not ask for this? Then call your coordinator at once.',
      ],
    },
    'invitation-handed-over': {
      subject: () => 'Your administrator made a link for you to sign in',
      lines: () => [
        'Whoever has this link can sign in as you. Did you not get it yourself? Then call your coordinator at once.',
      ],
    },
    'access-changed': {
      subject: () => 'An administrator opened an account again',
      lines: () => ['An account was reset, or a link to sign in was made.', 'Look at Access whether this is right.'],
      button: 'See the access',
    },
    'access-changed-elsewhere': {
      subject: () => 'An administrator opened an account again',
      lines: () => [
        'An account was reset, or a link to sign in was made.',
        'Ask your administrator whether this is right.',
      ],
    },
  },
};
