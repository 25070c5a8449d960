import { beforeEach, describe, expect, it } from 'vitest';
import {
  addNotice,
  dismissNotice,
  dismissPassingNotices,
  noticeError,
  noticesOfPage,
  useNotices,
  valueOrNotice,
} from '../../../renderer/components/notices-store';

const notices = () => useNotices.getState().notices;
const refused = { code: 'CONNECTION_FAILED', message: 'Nobody answers.', hint: 'Check the port.' } as const;

beforeEach(() => useNotices.setState({ notices: [] }));

describe('notices', () => {
  it('say what happened, what was kept and what to do next', async () => {
    const value = await valueOrNotice(
      Promise.resolve({ ok: false as const, error: refused }),
      'Not saved',
      'All is kept.',
    );
    expect(value).toBeUndefined();
    expect(notices()).toMatchObject([
      { tone: 'error', title: 'Not saved', message: 'Nobody answers.', kept: 'All is kept.', hint: 'Check the port.' },
    ]);
  });

  it('pass a value through without a word', async () => {
    expect(await valueOrNotice(Promise.resolve({ ok: true as const, value: null }), 'Not saved')).toBeNull();
    expect(notices()).toEqual([]);
  });

  it('do not repeat themselves, and can be dismissed', () => {
    noticeError(refused, 'Not saved');
    noticeError(refused, 'Not saved');
    expect(notices()).toHaveLength(1);
    dismissNotice(addNotice({ tone: 'success', title: 'Saved' }));
    expect(notices().map(({ title }) => title)).toEqual(['Not saved']);
  });

  it('keep every error, and of the others only the newest', () => {
    addNotice({ tone: 'success', title: 'Saved one' });
    noticeError(refused, 'Not saved');
    addNotice({ tone: 'success', title: 'Saved another' });
    noticeError(refused, 'Not deleted');
    expect(notices().map(({ title }) => title)).toEqual(['Not saved', 'Saved another', 'Not deleted']);
    dismissPassingNotices();
    expect(notices().map(({ title }) => title)).toEqual(['Not saved', 'Not deleted']);
  });

  it('end with the page they were told on, but not those told while it is left', () => {
    noticeError(refused, 'Not started');
    const dismiss = noticesOfPage();
    noticeError(refused, 'Not saved');
    dismiss();
    expect(notices().map(({ title }) => title)).toEqual(['Not saved']);
  });

  it('say nothing of what the person cancelled', () => {
    noticeError({ code: 'CANCELLED', message: 'Cancelled.' }, 'Not saved');
    expect(notices()).toEqual([]);
  });
});
