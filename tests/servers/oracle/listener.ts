/** The listener: takes the connect packet, and lets in or refuses by service and SID. */
import { type PacketLine, packetType, sessionDataUnit } from './packets';

export interface ListenerSettings {
  services: string[];
  sids: string[];
  /** Asks for the connect packet a second time, as a listener does when it hands over the line. */
  resend: boolean;
  /** Refuses everybody with this number. */
  refuseWith?: number;
}

/** As a 19c server says of itself: no fast login, no end-of-response flags. */
const tnsVersion = 318;
const unknownService = 12514;
const unknownSid = 12505;

/** Whether the client was let in. */
export const listen = async (line: PacketLine, settings: ListenerSettings): Promise<boolean> => {
  const data = await readConnectData(line, settings.resend);
  if (data === undefined) return false;
  const refusal = reasonAgainst(data, settings);
  if (refusal === undefined) {
    accept(line);
    return true;
  }
  const text = Buffer.from(`(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=${refusal})(ERROR_STACK=(ERROR=(CODE=${refusal}))))`);
  line.send(packetType.refuse, Buffer.concat([Buffer.from([1, 0, 0, text.length]), text]));
  return false;
};

const reasonAgainst = (data: string, { services, sids, refuseWith }: ListenerSettings): number | undefined => {
  const service = /\(\s*SERVICE_NAME\s*=\s*([^)]*)\)/i.exec(data)?.[1] ?? '';
  const sid = /\(\s*SID\s*=\s*([^)]*)\)/i.exec(data)?.[1] ?? '';
  if (refuseWith !== undefined) return refuseWith;
  if (service !== '' && !services.includes(service)) return unknownService;
  return sid !== '' && !sids.includes(sid) ? unknownSid : undefined;
};

const readConnectData = async (line: PacketLine, resend: boolean): Promise<string | undefined> => {
  const data = await readOneConnect(line);
  if (data === undefined || !resend) return data;
  line.send(packetType.resend, Buffer.alloc(0));
  return readOneConnect(line);
};

const readOneConnect = async (line: PacketLine): Promise<string | undefined> => {
  const packet = await line.receive();
  if (packet?.type !== packetType.connect || packet.body.length < 66) return undefined;
  const length = packet.body.readUInt16BE(16);
  const start = packet.body.readUInt16BE(18) - 8;
  if (packet.body.length >= start + length) return packet.body.toString('latin1', start, start + length);
  // Long connect data follows in a packet of its own.
  return (await line.receiveData())?.toString('latin1', 0, length);
};

const accept = (line: PacketLine): void => {
  const body = Buffer.alloc(37);
  body.writeUInt16BE(tnsVersion, 0);
  body.writeUInt16BE(sessionDataUnit, 4);
  body.writeUInt16BE(0xffff, 6);
  body.writeUInt16BE(1, 8);
  body[14] = 0x04; // No network services: no native encryption, no checksums.
  body[15] = 0x04;
  body.writeUInt32BE(sessionDataUnit, 24);
  body.writeUInt32BE(65_535, 28);
  line.send(packetType.accept, body);
  line.largeLengths = true;
};
