/** A SQL Server Browser: MC-SQLR 2.2.3 (CLNT_UCAST_INST) and 2.2.5 (SVR_RESP). An instance that it does not know gets no answer. */
import { createSocket } from 'node:dgram';

export interface DoubleBrowser {
  asked(): string[];
  close(): Promise<void>;
}

export const startBrowser = async (
  instances: Record<string, number | 'no TCP' | 'garbage'>,
): Promise<DoubleBrowser> => {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (question, from) => {
    const name = question.subarray(1, question.indexOf(0, 1)).toString('latin1');
    asked.push(name);
    const found = instances[name.toUpperCase()];
    if (question[0] !== 0x04 || found === undefined) return;
    const transport = found === 'no TCP' ? 'np;\\\\SQLPROD01\\pipe\\sql\\query' : `tcp;${found}`;
    const text = `ServerName;SQLPROD01;InstanceName;${name};IsClustered;No;Version;15.0.4322.2;${transport};;`;
    const head = Buffer.of(0x05, 0, 0);
    head.writeUInt16LE(text.length, 1);
    const answer =
      found === 'garbage' ? Buffer.from('who is there?') : Buffer.concat([head, Buffer.from(text, 'latin1')]);
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(1434, '127.0.0.1', () => resolve());
  });
  return { asked: () => asked, close: () => new Promise((resolve) => socket.close(() => resolve())) };
};
