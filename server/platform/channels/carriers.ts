import type { OutsideNeeds } from '../jobs.ts';
import type { Mail } from './message.ts';

/** How handing over went. A carrier that cannot be reached throws `ChannelAway`: then it is tried again later. */
export type Handover = { readonly state: 'handed_over' } | { readonly state: 'failed'; readonly reason: string };

export const handedOver: Handover = { state: 'handed_over' };

/** Says what did not answer, and never what it said: mail servers repeat the address in their refusals. */
export class ChannelAway extends Error {
  override readonly name = 'ChannelAway';
}

export interface MailParcel {
  /** Also the id in the Message-ID: the same however often it is tried. */
  readonly notificationId: string;
  readonly employerId: string;
  readonly personId: string;
  readonly to: string;
  readonly mail: Mail;
}

export interface TextParcel {
  readonly notificationId: string;
  readonly employerId: string;
  readonly personId: string;
  readonly to: string;
  readonly text: string;
}

export interface MailCarrier {
  send(parcel: MailParcel, needs: OutsideNeeds): Promise<Handover>;
}

export interface TextCarrier {
  send(parcel: TextParcel, needs: OutsideNeeds): Promise<Handover>;
}
