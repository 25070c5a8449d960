import { describe, expect, it } from 'vitest';
import type { CellForm } from '../../../main/connectors/mysql/columns';
import { grantedRoles, grantsWriting } from '../../../main/connectors/mysql/grants';
import { RecordBuilder } from '../../../main/connectors/mysql/record-builder';
import type { Packet } from '../../../main/connectors/mysql/wire';
import { recordText } from '../../../main/evidence/evidence-format';

/** A row as the server sends it: each cell behind its length, NULL as one byte. */
const rowPacket = (cells: (string | Buffer | null)[], lead = 4): Packet => {
  const pieces = cells.flatMap((cell) => {
    if (cell === null) return [Buffer.from([0xfb])];
    const bytes = Buffer.from(cell as string);
    const length = Buffer.alloc(9);
    if (bytes.length < 0xfb) return [Buffer.from([bytes.length]), bytes];
    length.writeUIntLE(bytes.length, 1, 6);
    if (bytes.length < 0x10000) return [Buffer.from([0xfc]), length.subarray(1, 3), bytes];
    if (bytes.length < 0x1000000) return [Buffer.from([0xfd]), length.subarray(1, 4), bytes];
    return [Buffer.from([0xfe]), length.subarray(1, 9), bytes];
  });
  const buffer = Buffer.concat([Buffer.alloc(lead), ...pieces, Buffer.from('the next packet')]);
  return { buffer, offset: lead, end: buffer.length - 15, isEOF: () => false };
};

const record = (forms: CellForm[], packet: Packet) => Buffer.from(new RecordBuilder(forms).record(packet)).toString();

describe('a row packet of MySQL', () => {
  it.each([
    [['plain', 'Ünï 🦉', '', null]],
    [['comma, here', 'quote "here"', 'line\nbreak', 'carriage\rreturn']],
    [['\\.', 'x'.repeat(250), 'x'.repeat(251), 'x'.repeat(70_000)]],
    [[`${'x'.repeat(100)}"`, '"', ',', ' ']],
  ])('becomes the record that the evidence format defines', (cells) => {
    const forms = cells.map(() => 'text' as const);
    expect(record(forms, rowPacket(cells))).toBe(recordText(cells));
  });

  it.each([['\\.'], [''], [null], ['\\..']])('with the one cell %j keeps it apart from the end marker', (cell) => {
    expect(record(['text'], rowPacket([cell]))).toBe(recordText([cell]));
  });

  it('holds a cell longer than 16 MB', () => {
    const large = 'x'.repeat(17_000_000);
    expect(record(['text'], rowPacket([large]))).toBe(`${large}\n`);
  });

  it('writes bytes as hex, bits as a number, and digits as they are', () => {
    const cells = [
      Buffer.from([0, 0xff, 0x2c]),
      Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      '-1.50',
      Buffer.alloc(0),
    ];
    expect(record(['hex', 'bits', 'number', 'hex'], rowPacket(cells))).toBe(
      '\\x00ff2c,18446744073709551615,-1.50,\\x\n',
    );
  });

  it('reuses its memory without mixing rows', () => {
    const builder = new RecordBuilder(['text', 'text']);
    const first = Buffer.from(builder.record(rowPacket(['long enough to be overwritten', 'a'])));
    const second = Buffer.from(builder.record(rowPacket(['b', null], 100)));
    expect([first.toString(), second.toString()]).toEqual(['long enough to be overwritten,a\n', 'b,\n']);
  });
});

describe('a line of SHOW GRANTS', () => {
  it.each([
    ["GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD '*0123'", false],
    ['GRANT SELECT, SHOW VIEW ON `audit`.* TO `a`@`%`', false],
    ['GRANT SELECT (`id`, `name`) ON `audit`.`t` TO `a`@`%`', false],
    ['GRANT SELECT, INSERT ON `audit`.* TO `a`@`%`', true],
    ['GRANT SELECT (`id`), UPDATE (`name`) ON `audit`.`t` TO `a`@`%`', true],
    ['GRANT ALL PRIVILEGES ON *.* TO `a`@`%` WITH GRANT OPTION', true],
    ['GRANT SELECT ON *.* TO `a`@`%` WITH GRANT OPTION', true],
    ['GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO `a`@`%`', true],
    ["GRANT PROXY ON ''@'' TO `a`@`%`", false],
    ['GRANT `reader`@`%` TO `a`@`%`', false],
  ])('%s: writing %s', (line, writes) => {
    expect(grantsWriting(line)).toBe(writes);
  });

  it('names the roles it grants', () => {
    expect(grantedRoles('GRANT `reader`@`%`,`writer`@`%` TO `a`@`%`')).toEqual(['`reader`@`%`', '`writer`@`%`']);
    expect(grantedRoles('GRANT `reader` TO `a`@`%`')).toEqual(['`reader`']);
    expect(grantedRoles('GRANT SELECT ON `audit`.* TO `a`@`%`')).toEqual([]);
  });
});
