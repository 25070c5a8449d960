/**
 * A double of qTest Manager: `re-evaluation`, projects, rights, fields and the search of "qTest Manager API Version 3.0"
 * (the interface description that Tricentis publishes with each instance).
 */
import { type Change, recordsAfter } from './changing-records';
import { credentialsOf, type DoubleAnswer, type HttpDouble, type RecordedRequest, startHttpDouble } from './http';

export const qtestToken = 'not-to-be-seen-0b5c6d2e';

export interface QtestSettings {
  objects: number;
  /** How many the total counts beyond those that are given. */
  missing: number;
  shifted: number;
  change: Change | undefined;
  mayEdit: boolean;
  userId: number;
}

export interface QtestDouble extends HttpDouble {
  settings: QtestSettings;
}

const defaults = (): QtestSettings => ({
  objects: 25,
  missing: 0,
  shifted: 0,
  change: undefined,
  mayEdit: false,
  userId: 7,
});

const item = (index: number) => ({
  id: 1_000 + index,
  pid: `TC-${index + 1}`,
  name: index % 7 === 0 ? `Ünï, "quoted"\nline ${index}` : `Case ${index}`,
  created_date: '2025-01-31T13:00:00+00:00',
  last_modified_date: '2025-02-01T13:00:00+00:00',
  properties: [
    { field_id: 1, field_name: 'Status', field_value: '201', field_value_name: 'Approved' },
    { field_id: 2, field_name: 'Risk', field_value: '5' },
  ],
});

export const startQtest = async (): Promise<QtestDouble> => {
  const settings = defaults();
  let pagesGiven = 0;

  const search = ({ body, query }: RecordedRequest): DoubleAnswer => {
    const asked = JSON.parse(body) as { object_type: string; query: string };
    if (asked.query.includes('no_such_field'))
      return { status: 400, json: { message: "Field 'no_such_field' is invalid" } };
    const page = Number(query.page ?? 1);
    const page_size = Math.min(Number(query.pageSize ?? 100), 999);
    const from = (page - 1) * page_size;
    const { count, slice } = recordsAfter(pagesGiven, settings.objects, settings.change);
    pagesGiven += 1;
    const to = Math.min(from + page_size, count);
    const first = from > 0 ? from - settings.shifted : from;
    const items = slice(first, to).map(item);
    return { json: { links: [], page, page_size, total: count + settings.missing, items } };
  };

  const pages: Record<string, (request: RecordedRequest) => DoubleAnswer> = {
    'GET /api/v3/re-evaluation': () => ({ json: { id: settings.userId, username: 'auditor@example.com' } }),
    'GET /api/v3/projects/42': () => ({ json: { id: 42, name: 'Payments' } }),
    'GET /api/v3/projects/42/user-profiles/current': () => ({
      json: {
        user_id: 7,
        test_case: { view: true, edit: settings.mayEdit, export: true },
        defect: { view: true, create: false },
      },
    }),
    'GET /api/v3/projects/42/settings/test-cases/fields': () => ({
      json: [
        { id: 1, label: 'Status' },
        { id: 2, label: 'Risk' },
        { id: 3, label: 'Name' },
      ],
    }),
    'POST /api/v3/projects/42/search': search,
  };

  const double = await startHttpDouble({
    answer: (request) => {
      if (credentialsOf(request).bearer !== qtestToken) return { status: 401, json: { error: 'invalid_token' } };
      return pages[`${request.method} ${request.path}`]?.(request) ?? { status: 404, json: { message: 'Not found' } };
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
