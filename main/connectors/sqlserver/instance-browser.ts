/** Asks the SQL Server Browser on which port a named instance listens (MC-SQLR, "SQL Server Resolution Protocol"). */
import { createSocket, type Socket } from 'node:dgram';
import { type Failure, type Result, success } from '../../result';
import { connectionFailure, describeError, networkFailure } from '../connection-failures';
import { onAbort } from '../deadline';

const browserPort = 1434;
const askOneInstance = 0x04;
const answerMark = 0x05;
const retryMilliseconds = 1_000;

/** The port of `instance` on `server`. Datagrams get lost, so the question is repeated each second until the time is over. */
export const findInstancePort = (
  server: string,
  instance: string,
  seconds: number,
  signal: AbortSignal,
): Promise<Result<number>> =>
  new Promise((resolve) => {
    const socket = createSocket({ type: server.includes(':') ? 'udp6' : 'udp4' });
    const question = Buffer.concat([Buffer.of(askOneInstance), Buffer.from(instance, 'latin1'), Buffer.of(0)]);
    const ask = () => socket.send(question, () => {});
    let repeat: NodeJS.Timeout | undefined;
    const finish = (result: Result<number>) => {
      clearInterval(repeat);
      clearTimeout(deadline);
      stopListening();
      socket.removeAllListeners('message');
      closeQuietly(socket);
      resolve(result);
    };
    const deadline = setTimeout(() => finish(browserSilent(server, instance)), seconds * 1_000);
    socket.on('error', (error) => finish(browserFailure(error, server, instance)));
    socket.on('message', (answer) => finish(readAnswer(answer, server, instance)));
    // With a connected socket other computers can't answer, and a closed port is told.
    socket.on('connect', () => {
      ask();
      repeat = setInterval(ask, retryMilliseconds);
    });
    let stopListening = () => {};
    stopListening = onAbort(signal, () => finish(browserSilent(server, instance)));
    if (!signal.aborted) socket.connect(browserPort, server);
  });

const closeQuietly = (socket: Socket) => {
  try {
    socket.close();
  } catch {
    // It never came to be open.
  }
};

const place = (server: string) => `${server}:${browserPort} (UDP)`;
const askForPort =
  'Ask the database team for the port of the instance, and enter it here instead of the instance name.';

const readAnswer = (answer: Buffer, server: string, instance: string): Result<number> => {
  if (answer[0] !== answerMark || answer.length < 3) {
    return connectionFailure('PROTOCOL', `What answers at ${place(server)} is no SQL Server Browser.`, askForPort);
  }
  const words = answer.subarray(3).toString('latin1').split(';');
  const port = Number(words[words.findIndex((word) => word.toLowerCase() === 'tcp') + 1]);
  if (words.some((word) => word.toLowerCase() === 'tcp') && port > 0 && port < 65_536) return success(port);
  return connectionFailure(
    'REFUSED',
    `The instance ${instance} on ${server} does not accept connections over TCP/IP.`,
    'Ask the database team to turn TCP/IP on for this instance.',
  );
};

const browserSilent = (server: string, instance: string): Failure =>
  connectionFailure(
    'TIMEOUT',
    `The SQL Server Browser at ${place(server)} did not tell the port of the instance ${instance}.`,
    `Check the spelling of the instance: an unknown one gets no answer. A firewall may drop UDP 1434. ${askForPort}`,
  );

const browserFailure = (error: unknown, server: string, instance: string): Failure => {
  if (describeError(error).code === 'ECONNREFUSED') {
    return connectionFailure(
      'REFUSED',
      `No SQL Server Browser runs at ${place(server)}, so the port of the instance ${instance} is not known.`,
      askForPort,
    );
  }
  return networkFailure(error, place(server)) ?? browserSilent(server, instance);
};
