import type { nl } from './text.nl.ts';

export const en: typeof nl = {
  title: 'Messages',
  lead: 'Here is what there is for you. Names and stories are in the report itself.',
  allRead: 'All read',
  unread: 'new',
  urgent: 'now',
  emptyTitle: 'You are up to date',
  empty: 'There are no messages. When something happens, you hear it here.',
  device: {
    title: 'On this device too',
    lead: 'Get a signal, also when the app is closed. Your screen never shows what it is about.',
    turnOn: 'Turn signals on',
    turnOff: 'Turn signals off',
    isOn: 'Signals are on for this device.',
    denied: 'Your browser stops signals. Allow them in the settings of your browser.',
    impossible: 'This device cannot get signals. On an iPhone, put the app on your home screen first.',
    turnedOn: 'You get signals on this device now.',
    turnedOff: 'You no longer get signals on this device.',
  },
  postbox: {
    title: 'Postbox of the practice town',
    lead: 'Here arrive the mails and text messages that would otherwise really have gone out.',
    emptyTitle: 'The postbox is empty',
    empty: 'Report something. Then post arrives here.',
    channels: { email: 'e-mail', sms: 'text message' },
    to: (address) => `to ${address}`,
    choose: 'Choose a message to read.',
  },
};
