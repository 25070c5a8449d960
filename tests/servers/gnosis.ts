/** A document repository as DESIGN.md describes the search, with answers of the default or of another shape. */
import { type Change, recordsAfter } from './changing-records';
import { credentialsOf, type DoubleAnswer, type HttpDouble, type RecordedRequest, startHttpDouble } from './http';

export const gnosisSecret = 'not-to-be-seen-key-1';

export interface GnosisSettings {
  documents: number;
  missing: number;
  countsDocuments: boolean;
  change: Change | undefined;
  /** Where a document's link leads. */
  link(index: number): string;
}

export interface GnosisDouble extends HttpDouble {
  settings: GnosisSettings;
}

const defaults = (): GnosisSettings => ({
  documents: 25,
  missing: 0,
  countsDocuments: true,
  change: undefined,
  link: (index) => `/api/documents/${index}?version=1&version=2`,
});

export const documentText = (index: number): string => `Document ${index}: Ünï\n`.repeat(100);

export const startGnosis = async (): Promise<GnosisDouble> => {
  const settings = defaults();
  let pagesGiven = 0;

  const search = ({ query, path }: RecordedRequest): DoubleAnswer => {
    const offset = Number(query.offset);
    const { count, slice } = recordsAfter(pagesGiven, settings.documents, settings.change);
    const numbers = slice(offset, offset + Number(query.limit));
    const total = settings.countsDocuments ? count + settings.missing : undefined;
    // What is asked before a run, to see who answers, is no page of it.
    if (query.limit !== '1') pagesGiven += 1;
    if (path === '/api/other') {
      const hits = numbers.map((number) => ({ 'doc/id': number, meta: { name: `Policy ${number}` } }));
      return { json: { result: { hits, count: total } } };
    }
    const items = numbers.map((number) => ({
      id: `D-${number}`,
      title: number % 7 === 0 ? `Ünï, "quoted" ${number}` : `Policy ${number}`,
      type: 'policy',
      modified: '2025-01-31',
      url: settings.link(number),
    }));
    return { json: { items, total } };
  };

  const double = await startHttpDouble({
    answer: (request) => {
      const isKnown = credentialsOf(request).bearer === gnosisSecret || request.headers['x-own-key'] === gnosisSecret;
      if (!isKnown) return { status: 401, json: { message: 'Who are you?' } };
      if (/^\/api\/(search|other)$/.test(request.path)) return search(request);
      const number = /^\/api\/documents\/(\d+)$/.exec(request.path)?.[1];
      return number === undefined ? { status: 404 } : { text: documentText(Number(number)) };
    },
  });
  const { reset } = double;
  return Object.assign(double, {
    settings,
    reset: () => {
      reset();
      pagesGiven = 0;
      Object.assign(settings, defaults());
    },
  });
};
