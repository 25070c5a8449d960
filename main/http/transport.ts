/** One request and one answer; two ways of carrying them, see open-transport.ts. */

export interface OutgoingRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

export interface IncomingAnswer {
  status: number;
  /** By lower-case name; several of one name are joined. */
  header(name: string): string | undefined;
  /** The body as it arrives, decompressed. Leaving the loop early ends the connection. */
  pieces: AsyncIterable<Uint8Array>;
}

export interface Transport {
  /**
   * Never follows a redirect, keeps no cookies and adds no credentials. Rejects with an error whose `code` is one of
   * Node's network codes, also where another part of the system made the connection; with the signal's reason on abort.
   */
  send(request: OutgoingRequest, signal: AbortSignal): Promise<IncomingAnswer>;
  close(): void;
}
