export { type ChannelNeeds, type Channels, createChannels } from './channels.ts';
export type { FindReachability, PersonReachability } from './deliver.ts';
export { forgetOldMessages } from './forget.ts';
export { type NewNotification, type Notify, notify, notifyWithSecret } from './notify.ts';
export { channelRefusals } from './routes.ts';
export { type ChannelSettings, readChannelSettings } from './settings.ts';
export { forgetPushOf, unsubscribe as unsubscribeFromPush } from './subscriptions.ts';
export type { Template } from './templates.ts';
