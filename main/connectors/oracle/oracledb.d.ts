/** The parts of the driver that are used here; its types are declared in a package of their own, for other versions. */
declare module 'oracledb' {
  export interface DbType {
    name: string;
  }

  export interface ColumnMetadata {
    /** Made unique by the driver. */
    name: string;
    /** As the server says it. */
    dbColumnName: string;
    dbTypeName: string;
    byteSize?: number;
    precision?: number;
    scale?: number;
  }

  export interface Lob {
    /** Characters (UTF-16 units) of a CLOB, bytes of a BLOB. */
    length: number;
    /** Offsets begin at 1. Null at the end. */
    getData(offset: number, amount: number): Promise<string | Buffer | null>;
    destroy(): void;
  }

  export interface ResultSet {
    metaData: ColumnMetadata[];
    getRows(count: number): Promise<unknown[][]>;
    close(): Promise<void>;
  }

  export interface ExecuteOptions {
    resultSet?: boolean;
    maxRows?: number;
    outFormat?: number;
    fetchArraySize?: number;
    prefetchRows?: number;
    keepInStmtCache?: boolean;
    fetchTypeHandler?: (column: ColumnMetadata) => { type: DbType } | undefined;
  }

  export interface Connection {
    oracleServerVersionString: string;
    execute(sql: string, binds?: [], options?: ExecuteOptions): Promise<{ rows?: unknown[]; resultSet?: ResultSet }>;
    /** Has the server parse and describe the statement without running it. */
    getStatementInfo(sql: string): Promise<{ metaData?: ColumnMetadata[] }>;
    break(): Promise<void>;
    rollback(): Promise<void>;
    close(): Promise<void>;
  }

  export interface ConnectionAttributes {
    user: string;
    password: string;
    connectString: string;
    /** In seconds. */
    connectTimeout?: number;
    sdu?: number;
    stmtCacheSize?: number;
    program?: string;
    driverName?: string;
  }

  export interface OracleDatabaseError extends Error {
    code?: string;
    /** The number behind `ORA-`. */
    errorNum?: number;
    offset?: number;
  }

  const oracledb: {
    STRING: DbType;
    OUT_FORMAT_ARRAY: number;
    OUT_FORMAT_OBJECT: number;
    getConnection(attributes: ConnectionAttributes): Promise<Connection>;
  };
  export default oracledb;
}

declare module 'oracledb/lib/thin/sqlnet/ntTcp.js' {
  import type { Socket } from 'node:net';

  export interface NetworkAddress {
    protocol: string;
  }

  /** One network connection of the driver. */
  export default class NetworkTransport {
    /** The name as it was given. */
    hostName: string;
    /** The socket; after the handshake the encrypted one. */
    stream: Socket | null;
    connStream: Socket;
    connect(address: NetworkAddress): Promise<void>;
    tlsConnect(context: unknown, socket: Socket): Promise<void>;
  }
}
