import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../server/platform/free-port.ts';

/** The way to a server, which can be cut: for every page, every service worker, everything that the browser does by itself. */
export class TelephoneLine {
  readonly #open = new Set<Socket>();
  readonly #serverPort: number;
  #isCut = false;
  #url = '';
  #close: () => void = () => {};

  private constructor(serverPort: number) {
    this.#serverPort = serverPort;
  }

  static async to(serverUrl: string): Promise<TelephoneLine> {
    const line = new TelephoneLine(Number(new URL(serverUrl).port));
    const server = createServer((socket) => line.#pass(socket));
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    line.#url = `http://localhost:${port}`;
    line.#close = () => server.close();
    return line;
  }

  get url(): string {
    return this.#url;
  }

  cut(): void {
    this.#isCut = true;
    this.#hangUp();
  }

  restore(): void {
    this.#isCut = false;
  }

  close(): void {
    this.#close();
    this.#hangUp();
  }

  #hangUp(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #pass(caller: Socket): void {
    if (this.#isCut) {
      caller.destroy();
      return;
    }
    const server = connect(this.#serverPort, 'localhost');
    for (const [socket, other] of [
      [caller, server],
      [server, caller],
    ] as const) {
      this.#open.add(socket);
      socket.pipe(other);
      // Who hangs up hangs up on both sides; why does not matter.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#open.delete(socket);
        other.destroy();
      });
    }
  }
}
