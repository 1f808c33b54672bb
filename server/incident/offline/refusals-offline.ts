import type { Sentence } from '../../../contract/problem.ts';
import type { DeliveryRefusal } from './deliver-sealed-report.ts';

export const offlineRefusals = {
  'device-of-somebody-else': {
    nl: 'Dit toestel kennen we anders. Laad de pagina opnieuw.',
    en: 'We know this device differently. Load the page again.',
  },
  'device-no-longer-trusted': {
    nl: 'Dit komt van een toestel dat je niet meer vertrouwt. Kijk na of je dit zelf schreef, en verstuur het dan.',
    en: 'This comes from a device that you no longer trust. See whether you wrote it yourself, and then send it.',
  },
  'sealed-report-of-somebody-else': {
    nl: 'Deze melding is van iemand anders. Die moet zelf inloggen om haar te versturen.',
    en: 'This report is somebody else’s. They must sign in themselves to send it.',
  },
  'sealed-report-damaged': {
    nl: 'We kunnen deze melding niet openen. Bel je leidinggevende en meld het opnieuw.',
    en: 'We cannot open this report. Call your manager and report it again.',
  },
} as const satisfies Record<DeliveryRefusal | 'device-of-somebody-else' | 'device-no-longer-trusted', Sentence>;
