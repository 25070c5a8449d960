import { create } from 'zustand';
import type { ErrorCode, Result, TickmarkError } from '../../preload/contract';

export interface Notice {
  id: number;
  tone: 'error' | 'success' | 'information';
  /** What happened. */
  title: string;
  message?: string;
  /** What was kept: "The other connectors are unchanged." */
  kept?: string;
  /** What to do next. */
  hint?: string;
  /** Of an error: the guide explains it. */
  code?: ErrorCode;
  action?: { label: string; run: () => void };
}

interface NoticesState {
  notices: Notice[];
}

export const useNotices = create<NoticesState>(() => ({ notices: [] }));

let lastNoticeId = 0;
const maximumNotices = 5;

/** Shows a notice that does not take the focus. Errors stay until they are dismissed; the others leave by themselves. */
export const addNotice = (notice: Omit<Notice, 'id'>): number => {
  lastNoticeId += 1;
  const added = { ...notice, id: lastNoticeId };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => !isReplacedBy(other, added)), added].slice(-maximumNotices),
  }));
  return added.id;
};

const isPassing = (notice: Notice): boolean => notice.tone !== 'error' && notice.action === undefined;

// Of all but errors only the newest matters: several would push the steps out of sight. An error is only replaced by its
// own repetition.
const isReplacedBy = (one: Notice, other: Notice): boolean => {
  if (one.tone !== 'error' && other.tone !== 'error') return true;
  return one.tone === other.tone && one.title === other.title && one.message === other.message;
};

/** Takes away what would leave by itself, before something opens that it would lie upon. */
export const dismissPassingNotices = (): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => !isPassing(notice)) }));

/**
 * What stands there now belongs to the page that is about to be left: the answered function takes it away. What is told
 * while that page is left, a text that could not be saved, stays.
 */
export const noticesOfPage = (): (() => void) => {
  const { notices: told } = useNotices.getState();
  return () => useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => !told.includes(notice)) }));
};

export const dismissNotice = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

/** `title` says what could not be done, `kept` what is unchanged; the rest comes from the error itself. */
export const noticeError = (error: TickmarkError, title: string, kept?: string): void => {
  if (error.code === 'CANCELLED') return;
  addNotice({ tone: 'error', title, message: error.message, kept, hint: error.hint, code: error.code });
};

/** The value of a bridge call; a failure becomes a notice and answers undefined. */
export const valueOrNotice = async <Value>(
  call: Promise<Result<Value>>,
  title: string,
  kept?: string,
): Promise<Value | undefined> => {
  const result = await call;
  if (result.ok) return result.value;
  noticeError(result.error, title, kept);
  return undefined;
};
