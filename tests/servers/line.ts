/** Network lines that go wrong: stalled, cut, silent, or with something else at the end. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Line {
  port: number;
  /** From now on nothing gets through, and nobody is told. */
  stall(): void;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

const startLine = async (onConnection: (socket: Socket, open: Set<Socket>) => void): Promise<Line> => {
  const open = new Set<Socket>();
  let stalled = false;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    if (stalled) socket.pause();
    else onConnection(socket, open);
  });
  const port = await listen(server);
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    cut,
    stall: () => {
      stalled = true;
      for (const socket of open) socket.unpipe().pause();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
};

/** A line to a server on this computer. */
export const startLineTo = (port: number): Promise<Line> =>
  startLine((near, open) => {
    const far = connect(port, '127.0.0.1');
    open.add(far);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });

/** Accepts connections and never says a word. */
export const startSilence = (): Promise<Line> => startLine((socket) => socket.resume());

/** Answers whatever comes with a text, as a server of another protocol does. */
export const startTalker = (text: string): Promise<Line> =>
  startLine((socket) => {
    socket.once('data', () => socket.end(text));
    socket.setTimeout(200, () => socket.end(text));
  });
