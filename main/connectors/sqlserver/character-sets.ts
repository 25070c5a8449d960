/** Code pages of `char` and `varchar` columns. */
import { Collation } from 'tedious/lib/collation';

/** Turns pieces of a stored text into its characters; the last call has no piece. */
export type TextDecoding = (piece?: Buffer) => string;

// The upper halves of the code pages that browsers, and so Node, do not know.
const oldCodePages: Record<string, string> = {
  CP437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  CP850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

const encodings: Record<string, string> = {
  'utf-8': 'utf-8',
  CP874: 'windows-874',
  CP932: 'shift_jis',
  CP936: 'gbk',
  CP949: 'euc-kr',
  CP950: 'big5',
  CP1250: 'windows-1250',
  CP1251: 'windows-1251',
  CP1252: 'windows-1252',
  CP1253: 'windows-1253',
  CP1254: 'windows-1254',
  CP1255: 'windows-1255',
  CP1256: 'windows-1256',
  CP1257: 'windows-1257',
  CP1258: 'windows-1258',
};

const decodeOld = (upperHalf: string): TextDecoding => {
  const character = (byte: number) => (byte < 128 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 128));
  return (piece = Buffer.alloc(0)) => Array.from(piece, character).join('');
};

/** A decoding for texts of a collation, given by the five bytes of MS-TDS 2.2.5.1.2. */
export const createDecoding = (collation: Buffer): TextDecoding => {
  const codePage = Collation.fromBuffer(collation).codepage ?? 'CP1252';
  const upperHalf = oldCodePages[codePage];
  if (upperHalf) return decodeOld(upperHalf);
  const decoder = new TextDecoder(encodings[codePage], { ignoreBOM: true });
  return (piece) => decoder.decode(piece, { stream: piece !== undefined });
};
