import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip. What it says of itself may be a lie. */
export interface ZipEntry {
  name: string;
  data: string | Buffer;
  /** The size that the zip declares for the unpacked file; its real one by default. */
  declaredSize?: number;
  /** Marks the entry as encrypted. */
  encrypted?: boolean;
}

const localHeader = (name: Buffer, flags: number, crc: number, packed: number, size: number): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const directoryEntry = (local: Buffer, offset: number): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  local.copy(header, 6, 4, 30);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, local.subarray(30)]);
};

const endOfDirectory = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/** A zip of those files, byte for byte as told. */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declaredSize, encrypted = false } of entries) {
    const bytes = Buffer.from(data as Buffer);
    const packed = deflateRawSync(bytes, { level: 1 });
    const flags = 0x800 | Number(encrypted);
    const local = localHeader(Buffer.from(name), flags, crc32(bytes), packed.length, declaredSize ?? bytes.length);
    parts.push(local, packed);
    directory.push(directoryEntry(local, offset));
    offset += local.length + packed.length;
  }
  const directoryBytes = Buffer.concat(directory);
  return Buffer.concat([...parts, directoryBytes, endOfDirectory(entries.length, directoryBytes.length, offset)]);
};
