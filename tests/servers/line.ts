/** Network lines that go wrong: stalled, cut, silent, or with something else at the end. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Line {
  port: number;
  /** From now on nothing gets through, and nobody is told. */
  stall(): void;
  /** From now on every connection is cut. */
  cut(): void;
  /** From now on something comes that the server never said, and then the end. */
  garble(): void;
  /** How many connections are open at the near end. */
  connections(): number;
  close(): Promise<void>;
}

export interface GuidedLine extends Line {
  /** New connections lead to that port from now on. */
  leadTo(port: number): void;
}

interface Ends {
  near: Socket;
  far: Socket | undefined;
}

type Trouble = (ends: Ends) => void;

const garbage = Buffer.from('This is not what the server said. '.repeat(100));

const stall: Trouble = ({ near, far }) => {
  for (const socket of [near, far]) socket?.unpipe().pause();
};
const cut: Trouble = ({ near, far }) => {
  for (const socket of [near, far]) socket?.destroy();
};
const garble: Trouble = ({ near, far }) => {
  far?.unpipe().pause();
  near.end(garbage);
};

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

/** `onConnection` answers the far end of the connection, where there is one. */
const startLine = async (onConnection: (near: Socket) => Socket | undefined): Promise<Line> => {
  const open = new Map<Socket, Ends>();
  let trouble: Trouble | undefined;
  const server = createServer((near) => {
    near.on('error', () => {});
    near.on('close', () => open.delete(near));
    const ends = { near, far: trouble ? undefined : onConnection(near) };
    open.set(near, ends);
    trouble?.(ends);
  });
  const port = await listen(server);
  const begin = (begun: Trouble) => () => {
    trouble = begun;
    for (const ends of open.values()) begun(ends);
  };
  return {
    port,
    stall: begin(stall),
    cut: begin(cut),
    garble: begin(garble),
    connections: () => open.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        begin(cut)();
      }),
  };
};

/** A line to a server on this computer. */
export const startLineTo = async (port: number): Promise<GuidedLine> => {
  let farPort = port;
  const line = await startLine((near) => {
    const far = connect(farPort, '127.0.0.1');
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.end());
    near.pipe(far);
    far.pipe(near);
    return far;
  });
  const leadTo = (other: number) => {
    farPort = other;
  };
  return { ...line, leadTo };
};

/** Accepts connections and never says a word. */
export const startSilence = (): Promise<Line> =>
  startLine((near) => {
    near.resume();
    return undefined;
  });

/** Answers whatever comes with a text, as a server of another protocol does. */
export const startTalker = (text: string): Promise<Line> =>
  startLine((near) => {
    near.once('data', () => near.end(text));
    near.setTimeout(200, () => near.end(text));
    return undefined;
  });
