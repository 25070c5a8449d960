import { describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../../main/bridge/dispatch';
import { success } from '../../../main/result';
import type { Handlers } from '../../../preload/contract';

const ignoreBug = () => undefined;

const handlersWith = (list: (input: unknown) => unknown) =>
  ({ applications: { list, create: list } }) as unknown as Handlers;

describe('a call over the bridge', () => {
  it('reaches its handler with the input as the contract reads it', async () => {
    const create = vi.fn(() => success([]));
    await dispatch(
      handlersWith(create),
      'applications',
      'create',
      { auditName: '  Q2 ', name: 'Stark', ciId: 'CI1' },
      ignoreBug,
    );
    expect(create).toHaveBeenCalledWith({
      auditName: 'Q2',
      name: 'Stark',
      ciId: 'CI1',
      startDate: null,
      endDate: null,
    });
  });

  it.each([
    ['an unknown key', { auditName: 'Q2', name: 'Stark', ciId: 'CI1', password: 'x' }],
    ['a missing field', { auditName: 'Q2', name: 'Stark' }],
    ['a wrong type', { auditName: 7, name: 'Stark', ciId: 'CI1' }],
    ['nothing', undefined],
    ['a list', []],
    ['a prototype key', JSON.parse('{"__proto__": {}, "auditName": "a", "name": "b", "ciId": "c"}')],
  ])('is refused with VALIDATION for %s, and the handler is not called', async (_what, input) => {
    const create = vi.fn(() => success([]));
    const answer = await dispatch(handlersWith(create), 'applications', 'create', input, ignoreBug);
    expect(answer).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    expect(create).not.toHaveBeenCalled();
  });

  it('names each field that is wrong by its own name, whatever it is wrapped in', async () => {
    const handlers = { connectors: { create: () => success(null) } } as unknown as Handlers;
    const input = {
      ciId: 'CI1',
      connectorName: ' ',
      connectorType: 'X',
      configuration: { port: {} },
      secrets: { password: '' },
    };
    const answer = await dispatch(handlers, 'connectors', 'create', input, ignoreBug);
    expect(answer).toMatchObject({
      ok: false,
      error: {
        fieldErrors: { connectorName: expect.any(String), port: expect.any(String), password: expect.any(String) },
      },
    });
  });

  it('turns a throw into INTERNAL, tells nothing of it to the window, and reports the bug', async () => {
    const bug = new Error('password=hunter2');
    const reported = vi.fn();
    const answer = await dispatch(
      handlersWith(() => {
        throw bug;
      }),
      'applications',
      'list',
      undefined,
      reported,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(reported).toHaveBeenCalledWith(bug);
  });

  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_CORRUPT', 'STORE_UNAVAILABLE'],
    ['SQLITE_IOERR_WRITE', 'STORE_UNAVAILABLE'],
  ])('says what %s of the store means: %s', async (sqlite, code) => {
    const answer = await dispatch(
      handlersWith(() => {
        throw Object.assign(new Error('disk'), { code: sqlite });
      }),
      'applications',
      'list',
      undefined,
      ignoreBug,
    );
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });

  it('answers an unknown call instead of throwing', async () => {
    const handlers = handlersWith(() => success([]));
    for (const [area, method] of [
      ['nothing', 'list'],
      ['applications', 'drop'],
      ['__proto__', 'constructor'],
    ] as const) {
      expect(await dispatch(handlers, area, method, {}, ignoreBug)).toMatchObject({ ok: false });
    }
  });
});
