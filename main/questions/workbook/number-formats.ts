import { format } from 'numfmt';
import type { XmlListener } from './xml';

/**
 * The formats that files name by number only (ECMA-376 part 1, 18.8.30). Those that each country shows in its own way
 * (14, 22) are written as ISO dates.
 */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The number format of each cell style, by the style's index. */
export type CellFormats = readonly string[];

/** Hears the styles of a workbook; `formats` fills as they are read. */
export const listenToStyles = (formats: string[]): XmlListener => {
  const own = new Map<number, string>();
  let inCellStyles = false;
  return {
    open: (name, { numFmtId, formatCode = '' }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) {
        const id = Number(numFmtId);
        formats.push(own.get(id) ?? builtIn[id] ?? 'General');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  };
};

const daysFrom1904 = 1462;

const hasDate = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** A number as the spreadsheet shows it: 1.1 in a cell of two decimals is `1.10`. */
export const showNumber = (raw: string, code: string, date1904: boolean): string => {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const isDate = date1904 && hasDate(code);
  try {
    return format(code, isDate ? value + daysFrom1904 : value).trim();
  } catch {
    return String(value);
  }
};
