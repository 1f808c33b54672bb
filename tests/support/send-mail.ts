import { createConnection } from 'node:net';
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

/** As a mail server speaks, line by line; answers the last line of each answer, the greeting first. Then the line is cut. */
export async function speakSmtp(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = createConnection(port, '127.0.0.1');
  const said: string[] = [];
  let text = '';
  let heard: (() => void) | undefined;
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (/^\d{3} /.test(line)) said.push(line);
    }
    heard?.();
  });
  const until = async (count: number) => {
    while (said.length < count) await new Promise<void>((resolve) => (heard = resolve));
  };
  await until(1);
  for (const [at, line] of lines.entries()) {
    socket.write(`${line}\r\n`);
    // The words of a mail are answered when it ends.
    if (lines[at - 1] !== 'DATA' || line.endsWith('\r\n.')) await until(said.length + 1);
  }
  await new Promise<void>((resolve) => socket.end(resolve));
  socket.destroy();
  return said;
}
