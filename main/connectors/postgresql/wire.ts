/** The parts of pg's protocol layer that its type declarations leave out. */
import type { Socket } from 'node:net';
import type { Client, Connection } from 'pg';

export interface WireConnection {
  /** The socket; after the handshake the encrypted one. */
  readonly stream: Socket;
  parse(statement: { text: string }): void;
  bind(portal: Record<string, never>): void;
  describe(what: { type: 'S' | 'P' }): void;
  execute(portal: Record<string, never>): void;
  sync(): void;
}

export interface ServerError extends Error {
  /** SQLSTATE. */
  code?: string;
  severity?: string;
  hint?: string;
  detail?: string;
  /** 1-based, in characters of the statement that was sent. */
  position?: string;
}

export interface RowDescription {
  fields: { name: string; dataTypeID: number; dataTypeModifier: number }[];
}

/** What pg's client calls on the thing it was asked to run, one method for each message of the protocol. */
export interface ProtocolConversation {
  submit(connection: Connection): void;
  handleRowDescription(message: RowDescription): void;
  handleDataRow(): void;
  handleCopyData(message: { chunk: Uint8Array }): void;
  handleCommandComplete(message: { text: string }): void;
  handlePortalSuspended(): void;
  handleEmptyQuery(): void;
  handleCopyInResponse(): void;
  handleError(error: ServerError): void;
  handleReadyForQuery(): void;
}

const nothing = () => {};

/** A conversation that ignores every message except those of `handlers`. */
export const conversation = (
  send: (wire: WireConnection) => void,
  handlers: Partial<ProtocolConversation>,
): ProtocolConversation => ({
  submit: (connection) => send(connection as unknown as WireConnection),
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handleCopyData: nothing,
  handleCommandComplete: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
  handleCopyInResponse: nothing,
  handleError: nothing,
  handleReadyForQuery: nothing,
  ...handlers,
});

export const connectionOf = (client: Client): WireConnection =>
  (client as unknown as { connection: WireConnection }).connection;

/** What a cancel request must carry; null before the server has told. */
export const backendKeyOf = (client: Client): { processID: number | null; secretKey: number | null } =>
  client as unknown as { processID: number | null; secretKey: number | null };
