/**
 * One column of each type, as a server describes it (TYPE_INFO, MS-TDS 2.2.5.6), with the bytes of one value (2.2.5.5). The
 * bytes are written out, not made: what the double sends must not depend on anybody's idea of a conversion.
 */
import type { DoubleColumn, LengthForm } from './tokens';

interface Sample {
  name: string;
  typeInfo: string;
  form: LengthForm;
  /** The value, in hex. */
  value: string;
  userType?: number;
}

const collation = '0904d00034';
const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('hex');

export const samples: readonly Sample[] = [
  { name: 'flag', typeInfo: '6801', form: 'byte', value: '01' },
  { name: 'tiny', typeInfo: '2601', form: 'byte', value: 'ff' },
  { name: 'small', typeInfo: '2602', form: 'byte', value: '0080' },
  { name: 'whole', typeInfo: '2604', form: 'byte', value: 'ffffff7f' },
  { name: 'big', typeInfo: '2608', form: 'byte', value: 'feffffffffffff7f' },
  { name: 'fixed_whole', typeInfo: '38', form: 'fixed', value: '2a000000' },
  // 99999999999999999999999999999999999999 = 10^38 - 1
  { name: 'exact', typeInfo: '6a112604', form: 'byte', value: '01ffffffff3f228a097ac4865aa84c3b4b' },
  { name: 'negative', typeInfo: '6c091205', form: 'byte', value: '0015cd5b0700000000' },
  { name: 'money_most', typeInfo: '6e08', form: 'byte', value: 'ffffff7fffffffff' },
  { name: 'money_least', typeInfo: '6e08', form: 'byte', value: '0000008000000000' },
  { name: 'small_money', typeInfo: '6e04', form: 'byte', value: '40e20100' },
  { name: 'ratio', typeInfo: '6d08', form: 'byte', value: '9a9999999999b93f' },
  { name: 'single', typeInfo: '6d04', form: 'byte', value: 'cdcccc3d' },
  { name: 'day', typeInfo: '28', form: 'byte', value: '80460b' },
  { name: 'first_day', typeInfo: '28', form: 'byte', value: '000000' },
  { name: 'clock', typeInfo: '2907', form: 'byte', value: '0700e429c9' },
  { name: 'clock_0', typeInfo: '2900', form: 'byte', value: '7f5101' },
  { name: 'old_at', typeInfo: '6f08', form: 'byte', value: '25b10000ff818b01' },
  { name: 'old_small_at', typeInfo: '6f04', form: 'byte', value: '25b19f05' },
  { name: 'at', typeInfo: '2a07', form: 'byte', value: '0700e429c980460b' },
  { name: 'at_3', typeInfo: '2a03', form: 'byte', value: '9358260580460b' },
  // Sent in UTC: 18:30:00.1234567 and 02:00:00.
  { name: 'at_zone', typeInfo: '2b07', form: 'byte', value: '875ac4109b80460b2c01' },
  { name: 'at_zone_west', typeInfo: '2b00', form: 'byte', value: '201c0080460b10ff' },
  { name: 'guid', typeInfo: '2410', form: 'byte', value: 'ff19966f868b11d0b42d00c04fc964ff' },
  { name: 'code_page', typeInfo: `a73200${collation}`, form: 'short', value: '5c6ee94de480' },
  { name: 'padded', typeInfo: `af0500${collation}`, form: 'short', value: '6162202020' },
  { name: 'name', typeInfo: `e76400${collation}`, form: 'short', value: utf16('Ünï 🦉, "quoted"') },
  { name: 'n_padded', typeInfo: `ef0600${collation}`, form: 'short', value: utf16('ab ') },
  { name: 'n_max', typeInfo: `e7ffff${collation}`, form: 'parts', value: utf16('line\nbreak') },
  { name: 'max', typeInfo: `a7ffff${collation}`, form: 'parts', value: '78e979' },
  { name: 'bytes', typeInfo: 'a50a00', form: 'short', value: '00ff41' },
  { name: 'fixed_bytes', typeInfo: 'ad0400', form: 'short', value: 'deadbeef' },
  { name: 'version', typeInfo: 'ad0800', form: 'short', value: '00000000000007d1', userType: 80 },
  { name: 'max_bytes', typeInfo: 'a5ffff', form: 'parts', value: '0102' },
  { name: 'doc', typeInfo: 'f100', form: 'parts', value: `fffe${utf16('<a b="1">é</a>')}` },
  { name: 'old_text', typeInfo: `23ffffff7f${collation}0101006300`, form: 'pointer', value: '6f6c64e9' },
  { name: 'old_n_text', typeInfo: `63feffff7f${collation}0101006300`, form: 'pointer', value: utf16('öld') },
  { name: 'old_image', typeInfo: '22ffffff7f0101006300', form: 'pointer', value: 'cafe' },
  { name: 'variant_int', typeInfo: '62491f0000', form: 'variant', value: '38002a000000' },
  { name: 'variant_decimal', typeInfo: '62491f0000', form: 'variant', value: '6c02050200' + 'd2040000' },
  { name: 'variant_text', typeInfo: '62491f0000', form: 'variant', value: `e707${collation}6400${utf16('vär')}` },
  { name: 'variant_code_page', typeInfo: '62491f0000', form: 'variant', value: `a707${collation}3200e9` },
  { name: 'variant_at', typeInfo: '62491f0000', form: 'variant', value: '2a01070700e429c980460b' },
  {
    name: 'path',
    typeInfo: `f07c03${hexText('audit')}${hexText('sys')}${hexText('hierarchyid')}0000`,
    form: 'parts',
    value: '62c0',
  },
  {
    name: 'place',
    typeInfo: `f0ffff${hexText('audit')}${hexText('sys')}${hexText('geometry')}0000`,
    form: 'parts',
    value: '00000000010c000000000000f03f0000000000000040',
  },
];

/** B_VARCHAR, in hex. */
function hexText(text: string): string {
  return Buffer.of(text.length).toString('hex') + utf16(text);
}

export const sampleColumns: readonly DoubleColumn[] = samples.map(({ name, typeInfo, form, userType }) => ({
  name,
  typeInfo: Buffer.from(typeInfo, 'hex'),
  lengthForm: form,
  ...(userType !== undefined && { userType }),
}));

export const sampleCells: readonly Buffer[] = samples.map(({ value }) => Buffer.from(value, 'hex'));

/** The lines of evidence that these values become, a row of NULLs behind them; a cell holds a line break. */
export const sampleLines = [
  '1,255,-32768,2147483647,9223372036854775806,42,9999999999999999999999999999999999.9999,-1234.56789,' +
    '922337203685477.5807,-922337203685477.5808,12.3456,0.1,0.1,2024-02-29,0001-01-01,23:59:59.1234567,23:59:59,' +
    '2024-02-29 23:59:59.997,2024-02-29 23:59:00,2024-02-29 23:59:59.1234567,2024-02-29 23:59:59.123,' +
    '2024-02-29 23:30:00.1234567 +05:00,2024-02-28 22:00:00 -04:00,6F9619FF-8B86-D011-B42D-00C04FC964FF,' +
    '\\néMä€,ab   ,"Ünï 🦉, ""quoted""",ab ,"line',
  'break",xéy,\\x00ff41,\\xdeadbeef,\\x00000000000007d1,\\x0102,"<a b=""1"">é</a>",oldé,öld,\\xcafe,' +
    '42,-12.34,vär,é,2024-02-29 23:59:59.1234567,/1.1/,\\x00000000010c000000000000f03f0000000000000040',
  ',,,,,42,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  '',
];
