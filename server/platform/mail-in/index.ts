export { type MailInSettings, readMailInSettings } from './mail-in-settings.ts';
export { type MailDoor, type MailReceiver, openMailReceiver, type Recipient } from './mail-receiver.ts';
