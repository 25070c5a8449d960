import { create } from 'zustand';
import type { QuestionSheet, Result, TickmarkError, Value } from '../../../../preload/contract';
import { bridge } from '../../../bridge';
import { loadQuestions, useQuestions } from '../questions-store';
import { type ColumnChoice, proposeChoice, toMapping } from './column-choice';

export type FileType = 'primary' | 'followup';
export type ImportReport = Value<'questions', 'import'>;

interface ImportState {
  /** The application that a file is imported into; null while the dialog is closed. */
  applicationId: number | null;
  fileToken: string | null;
  fileName: string;
  sheets: QuestionSheet[];
  sheetName: string;
  choice: ColumnChoice;
  fileType: FileType;
  /** Reading or importing. */
  busy: boolean;
  error: TickmarkError | null;
  report: ImportReport | null;
}

const nothingChosen: ColumnChoice = { questionNumber: null, process: null, subProcess: null, question: null };

const closed: ImportState = {
  applicationId: null,
  fileToken: null,
  fileName: '',
  sheets: [],
  sheetName: '',
  choice: nothingChosen,
  fileType: 'primary',
  busy: false,
  error: null,
  report: null,
};

/** The import of a file of questions that is open. */
export const useImport = create<ImportState>(() => closed);

export const closeImport = (): void => useImport.setState(closed);

export const changeImport = (changes: Partial<Pick<ImportState, 'choice' | 'fileType'>>): void =>
  useImport.setState(changes);

const propose = (sheet: QuestionSheet): ColumnChoice => proposeChoice(sheet, useQuestions.getState().questions);

/** Each file that is read replaces what an earlier one answers late. */
let latestReading = 0;

const read = async (input: { fileToken: string; sheet?: string; headerRow?: number }): Promise<void> => {
  latestReading += 1;
  const reading = latestReading;
  useImport.setState({ busy: true, error: null });
  const answer = await bridge.questions.readFile(input);
  if (reading !== latestReading || useImport.getState().applicationId === null) return;
  if (!answer.ok) {
    useImport.setState({ busy: false, error: answer.error });
    return;
  }
  const { fileName, sheets, suggestedSheet } = answer.value;
  const sheetName = input.sheet ?? suggestedSheet;
  const sheet = sheets.find(({ name }) => name === sheetName);
  const choice = sheet ? propose(sheet) : nothingChosen;
  useImport.setState({ busy: false, fileName, sheets, sheetName, choice });
};

const open = (applicationId: number, fileToken: string): void => {
  useImport.setState({ ...closed, applicationId, fileToken });
  void read({ fileToken });
};

/** Lets the person choose a file and opens the dialog on it; nothing happens where none is chosen. */
export const chooseFile = async (applicationId: number): Promise<void> => {
  const picked = await bridge.files.pick({ purpose: 'questions' });
  if (picked.ok && picked.value) open(applicationId, picked.value.fileToken);
};

/** Opens the dialog on a file that was dropped on the page. */
export const takeDroppedFile = async (applicationId: number, file: File): Promise<void> => {
  const dropped = await bridge.files.dropped(file);
  if (dropped.ok) open(applicationId, dropped.value.fileToken);
  else useImport.setState({ ...closed, applicationId, error: dropped.error });
};

export const chooseSheet = (sheetName: string): void => {
  const sheet = useImport.getState().sheets.find(({ name }) => name === sheetName);
  if (sheet) useImport.setState({ sheetName, choice: propose(sheet), error: null });
};

/** Reads the sheet anew with its header in another row. */
export const chooseHeaderRow = (headerRow: number): void => {
  const { fileToken, sheetName } = useImport.getState();
  if (fileToken !== null) void read({ fileToken, sheet: sheetName, headerRow });
};

/** Imports as chosen. Answers the report, also for a notice where nothing was left out. */
export const runImport = async (): Promise<Result<ImportReport> | null> => {
  const { applicationId, fileToken, sheetName, sheets, choice, fileType } = useImport.getState();
  const mapping = toMapping(choice);
  const headerRow = sheets.find(({ name }) => name === sheetName)?.headerRow;
  if (applicationId === null || fileToken === null || !mapping || headerRow === undefined) return null;
  useImport.setState({ busy: true, error: null });
  const answer = await bridge.questions.import({
    applicationId,
    fileToken,
    sheet: sheetName,
    headerRow,
    mapping,
    fileType,
  });
  if (answer.ok) await loadQuestions(applicationId);
  useImport.setState(answer.ok ? { busy: false, report: answer.value } : { busy: false, error: answer.error });
  return answer;
};
