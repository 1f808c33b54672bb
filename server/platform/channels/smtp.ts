import { createTransport } from 'nodemailer';
import { ChannelAway, type Handover, handedOver, type MailCarrier } from './carriers.ts';

export interface SmtpSettings {
  /** smtps://user:password@host:465, or smtp://host:587 (STARTTLS when the server offers it). */
  readonly url: string;
  readonly from: string;
  /** The part of a Message-ID behind the @. */
  readonly host: string;
}

const WAIT_MS = 20_000;

export function smtpCarrier({ url, from, host }: SmtpSettings): MailCarrier & { close(): void } {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: WAIT_MS,
      greetingTimeout: WAIT_MS,
      socketTimeout: WAIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    close: () => transport.close(),
    async send({ notificationId, to, mail }): Promise<Handover> {
      try {
        await transport.sendMail({
          ...mail,
          to,
          messageId: `<${notificationId}@${host}>`,
          // No answers from machines that are on holiday.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return handedOver;
      } catch (cause) {
        return refused(cause);
      }
    },
  };
}

/** 5xx to the address or to the message is final; everything else (login, network, 4xx) may pass. */
function refused(cause: unknown): Handover {
  const { code, responseCode } = Object(cause) as { code?: string; responseCode?: number };
  const isFinal = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (isFinal) return { state: 'failed', reason: `smtp-${responseCode}` };
  throw new ChannelAway(`The mail server did not take it (${code ?? 'no code'}, ${responseCode ?? 'no answer'})`);
}
