import { getPushKey, subscribeToPush, unsubscribeFromPush } from '../../contract/notifications.ts';
import { currentDevice } from '../outbox/device.ts';
import { call } from '../session/call.ts';

/** `on` and `off` can be changed here; the other two only by the person in their browser. */
export type PushState = 'on' | 'off' | 'denied' | 'impossible';

/** Which subscription of the server belongs to this browser; it holds nothing else. */
const storageKey = 'push-subscription';

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'impossible';
  if (Notification.permission === 'denied') return 'denied';
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return 'impossible';
  const subscription = await registration.pushManager.getSubscription();
  return subscription && localStorage.getItem(storageKey) ? 'on' : 'off';
}

export async function turnPushOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  const { publicKey } = await call(getPushKey, {});
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  const device = await currentDevice().catch(() => undefined);
  const { subscriptionId, receipt } = await call(subscribeToPush, {
    body: {
      endpoint: endpoint ?? '',
      keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
      ...(device && { deviceId: device.deviceId }),
    },
  });
  localStorage.setItem(storageKey, subscriptionId);
  await tellWorker(receipt);
  return 'on';
}

export async function turnPushOff(): Promise<PushState> {
  const subscriptionId = localStorage.getItem(storageKey);
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  if (subscriptionId) await call(unsubscribeFromPush, { params: { subscriptionId } });
  localStorage.removeItem(storageKey);
  return 'off';
}

/** The worker sends this back when a message arrives, also when no page is open: so it is kept where the worker can read it. */
async function tellWorker(receipt: string): Promise<void> {
  const cache = await caches.open('push');
  await cache.put('/push-receipt', new Response(receipt));
}
