import { createTransport } from 'nodemailer';

interface Sent {
  /** 250 when it was taken. */
  readonly code: number;
  /** What the receiver said. */
  readonly said: string;
}

/** A real mail over real SMTP, byte for byte, as the mail server of somebody sends it on. */
export async function sendMail({ port, to, mail }: { port: number; to: string; mail: Buffer }): Promise<Sent> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    const { response } = await transport.sendMail({ envelope: { from: 'fatima@wierdam.example', to }, raw: mail });
    return { code: Number(response.slice(0, 3)), said: response };
  } catch (failure) {
    if (!(failure instanceof Error && 'responseCode' in failure)) throw failure;
    return { code: Number(failure.responseCode), said: 'response' in failure ? String(failure.response) : '' };
  } finally {
    transport.close();
  }
}
