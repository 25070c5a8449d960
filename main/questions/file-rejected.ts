/** A file that can't be read as a table of questions: what is wrong with it, and what to do. */
export class FileRejected extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

const ownFile = 'Copy the sheet of questions to a workbook of its own, or save it as CSV, and choose that file.';

export const tooLarge = (what: string): FileRejected => new FileRejected(`The file is too large: ${what}.`, ownFile);

export const tooMany = (what: string, most: number): FileRejected =>
  new FileRejected(`The file has too many ${what}: Tickmark reads at most ${most.toLocaleString('en')}.`, ownFile);

export const damaged = (what: string): FileRejected =>
  new FileRejected(
    `The file is damaged: ${what}.`,
    'Open it in the program that it comes from, save it anew and choose that file.',
  );

export const notASpreadsheet = (what: string): FileRejected =>
  new FileRejected(
    `The file is not a spreadsheet: ${what}.`,
    'Choose an Excel workbook (.xlsx) or a text file with separated columns (.csv).',
  );

export const otherFormat = (what: string): FileRejected =>
  new FileRejected(
    `The file is ${what}, which Tickmark does not read.`,
    'Save it as an Excel workbook (.xlsx) or CSV.',
  );

export const passwordProtected = (): FileRejected =>
  new FileRejected(
    'The file is protected by a password.',
    'Open it with its password, save a copy without one and choose that file.',
  );
