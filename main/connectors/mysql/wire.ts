/** The parts of mysql2's protocol layer that its type declarations leave out. */
import type { Socket } from 'node:net';
import type { Connection, QueryError } from 'mysql2';
import mysql2 from 'mysql2';

/** A packet of the protocol. It is only valid while the function that got it runs. */
export interface Packet {
  buffer: Buffer;
  /** First byte of the payload and the byte behind its last. */
  offset: number;
  end: number;
  isEOF(): boolean;
}

export interface ColumnDefinition {
  name: string;
  columnType: number;
  characterSet: number;
  columnLength: number;
  flags: number;
  decimals: number;
  /** MariaDB's own types, which travel as strings: `uuid`, `inet6`, … */
  extendedTypeName?: string;
  /** `json` where MariaDB keeps JSON in a text. */
  extendedFormat?: string;
}

export interface ServerError extends QueryError {
  errno?: number;
  sqlState?: string;
}

type PacketHandler = (packet: Packet, connection: Connection) => unknown;

interface QueryCommand extends NodeJS.EventEmitter {
  row: PacketHandler;
}

interface QueryFactory {
  createQuery(sql: string, values: [], done: (error: ServerError | null) => void, config: object): QueryCommand;
}

interface CommandQueue {
  addCommand(command: QueryCommand): void;
}

interface RowPackets {
  onColumns(columns: ColumnDefinition[]): void;
  /** One row as it came, before anything is decoded. */
  onRow(packet: Packet): void;
  /** Once, at the end of the result, or with the error that ended it. */
  onDone(error: ServerError | null): void;
}

/** Sends one statement and hands out its rows undecoded: decoding each cell would cost more than all the rest. */
export const sendQuery = (connection: Connection, sql: string, handlers: RowPackets): void => {
  const { config } = connection as unknown as { config: object };
  const command = (mysql2.Connection as unknown as QueryFactory).createQuery(sql, [], handlers.onDone, config);
  const original = command.row;
  const onPacket: PacketHandler = (packet, from) => {
    if (packet.isEOF()) return original.call(command, packet, from);
    handlers.onRow(packet);
    return onPacket;
  };
  command.row = onPacket;
  command.on('fields', (fields?: ColumnDefinition[]) => handlers.onColumns(fields ?? []));
  (connection as unknown as CommandQueue).addCommand(command);
};

/** The socket; after the handshake the encrypted one. */
export const socketOf = (connection: Connection): Socket => (connection as unknown as { stream: Socket }).stream;

/** How many columns the server says the statement has, without running it; rejects with the server's error. */
export const countColumns = (connection: Connection, sql: string): Promise<number> =>
  new Promise((resolve, reject) => {
    connection.prepare(sql, (error, statement) => {
      if (error) return reject(error);
      statement.close();
      resolve((statement as unknown as { columns: unknown[] }).columns.length);
    });
  });
