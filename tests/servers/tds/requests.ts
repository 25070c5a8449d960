/** What a client asks: SQLBatch (MS-TDS 2.2.6.7) and RPC (2.2.6.6), both behind ALL_HEADERS (2.2.5.3). */

export interface Request {
  sql: string;
  values: string[];
  /** Of the transaction descriptor header. */
  transaction: bigint;
}

const transactionHeader = 2;
const numberedProcedure = 0xffff;
const executeSql = 10;
const unlimited = 0xffff;

export const readRequest = (isProcedure: boolean, data: Buffer): Request => {
  const total = data.readUInt32LE(0);
  const transaction = readTransaction(data.subarray(4, total));
  const body = data.subarray(total);
  if (!isProcedure) return { sql: body.toString('utf16le'), values: [], transaction };
  const [sql = '', , ...values] = readParameters(body);
  return { sql, values, transaction };
};

const readTransaction = (headers: Buffer): bigint => {
  for (let at = 0; at < headers.length; at += headers.readUInt32LE(at)) {
    if (headers.readUInt16LE(at + 4) === transactionHeader) return headers.readBigUInt64LE(at + 6);
  }
  return 0n;
};

/** The parameters of sp_executesql, which are all of type nvarchar. */
const readParameters = (body: Buffer): string[] => {
  if (body.readUInt16LE(0) !== numberedProcedure || body.readUInt16LE(2) !== executeSql) {
    throw new Error('The double knows no procedure but sp_executesql.');
  }
  const values: string[] = [];
  let at = 6;
  while (at < body.length) {
    at += 1 + (body[at] as number) * 2 + 1;
    if (body[at] !== 0xe7) throw new Error(`The double knows no parameter of type ${body[at]}.`);
    const limit = body.readUInt16LE(at + 1);
    at += 8;
    const value = limit === unlimited ? readParts(body, at) : readCounted(body, at);
    values.push(value.text);
    at = value.end;
  }
  return values;
};

const readCounted = (body: Buffer, at: number) => {
  const end = at + 2 + body.readUInt16LE(at);
  return { text: body.toString('utf16le', at + 2, end), end };
};

const readParts = (body: Buffer, start: number) => {
  const parts: Buffer[] = [];
  let at = start + 8;
  for (let length = body.readUInt32LE(at); length > 0; length = body.readUInt32LE(at)) {
    parts.push(body.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { text: Buffer.concat(parts).toString('utf16le'), end: at + 4 };
};
