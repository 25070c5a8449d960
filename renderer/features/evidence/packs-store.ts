import { create } from 'zustand';
import type { AuditEntry, Input, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { isNothing, newsOf, type PackNews, packedKinds } from './pack-news';

export type PackExport = NonNullable<Value<'evidence', 'exportPack'>>;

/** Where a pack lies; the token is main's, for verifying and showing it. */
export type PackPlace = Pick<PackExport, 'displayPath' | 'fileToken'>;

/** The newest pack of an application. */
export interface LastPack {
  fileName: string;
  sha256: string;
  /** Missing where the log of an older version of the program does not tell it. */
  fingerprint: string | undefined;
  exportedAt: string;
  /** Number of entries of the audit log in it: what ended while it was written is not in it either. */
  logEntries: number;
  news: PackNews;
  /** Whether nothing ran, was marked as final, became another question or was said to be not answerable since. */
  current: boolean;
  /** Where it was put, as long as the program runs: the log, which goes to the client, does not tell. */
  place: PackPlace | undefined;
}

/** By application; null where none was exported. */
export const usePacks = create<Record<number, LastPack | null>>(() => ({}));

const places = new Map<string, PackPlace>();

type LogFilter = NonNullable<Input<'auditLog', 'list'>>;

const entriesAtOnce = 500;

/** All that pass, read in turns; what can't be read counts as not there. */
const entriesOf = async (filter: LogFilter): Promise<AuditEntry[]> => {
  const found: AuditEntry[] = [];
  for (;;) {
    const beforeSeq = found.at(-1)?.seq;
    const answer = await bridge.auditLog.list({ ...filter, limit: entriesAtOnce, ...(beforeSeq && { beforeSeq }) });
    if (!answer.ok) return found;
    found.push(...answer.value);
    if (answer.value.length < entriesAtOnce) return found;
  }
};

const readNews = async (applicationId: number, afterSeq: number): Promise<PackNews> => {
  const entries = await Promise.all(packedKinds.map((kind) => entriesOf({ applicationId, ...kind, afterSeq })));
  return newsOf(entries.flat());
};

/** Reads from the audit log which pack was exported last, and what came since. */
export const loadLastPack = async (applicationId: number): Promise<void> => {
  const answer = await bridge.auditLog.list({ applicationId, action: 'evidence.packExported', limit: 1 });
  const exported = answer.ok ? answer.value[0] : undefined;
  const pack = exported ? await toLastPack(applicationId, exported) : null;
  usePacks.setState({ [applicationId]: pack });
};

const toLastPack = async (applicationId: number, { at, details }: AuditEntry): Promise<LastPack> => {
  const sha256 = String(details.sha256);
  const logEntries = Number(details.logEntries ?? 0);
  const news = await readNews(applicationId, logEntries);
  return {
    fileName: String(details.fileName),
    sha256,
    fingerprint: typeof details.fingerprint === 'string' ? details.fingerprint : undefined,
    exportedAt: at,
    logEntries,
    news,
    current: isNothing(news),
    place: places.get(sha256),
  };
};

/** Takes over a pack that was just exported. */
export const rememberPack = async (applicationId: number, pack: PackExport): Promise<void> => {
  places.set(pack.sha256, pack);
  await loadLastPack(applicationId);
};

/** Reads anew what came since the last pack, if there is one. */
export const refreshNews = async (applicationId: number): Promise<void> => {
  const pack = usePacks.getState()[applicationId];
  if (!pack) return;
  const news = await readNews(applicationId, pack.logEntries);
  usePacks.setState((packs) =>
    packs[applicationId] === pack ? { [applicationId]: { ...pack, news, current: isNothing(news) } } : {},
  );
};

const aboutToCheck = new Set<number>();

/** What changes often comes in one go, and what is being saved is in the log by then. */
const pauseMs = 500;

/** Something that a pack tells of is otherwise by now: one that was current may lack it. */
export const checkLastPack = (applicationId: number): void => {
  if (!usePacks.getState()[applicationId]?.current || aboutToCheck.has(applicationId)) return;
  aboutToCheck.add(applicationId);
  setTimeout(() => {
    aboutToCheck.delete(applicationId);
    void refreshNews(applicationId);
  }, pauseMs);
};
