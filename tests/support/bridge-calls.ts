import type { Page } from 'playwright';
import type { Bridge } from '../../preload/contract';

/**
 * Calls `window.tickmark.<area>.<method>(input)` in the page and answers the value; a failure of the call is thrown with
 * its code. For facts beside what the window shows, and for what a test needs but is not about.
 */
export const callBridge = async <A extends keyof Bridge, M extends keyof Bridge[A]>(
  page: Page,
  area: A,
  method: M,
  ...input: Bridge[A][M] extends (...input: infer I) => unknown ? I : never
): Promise<ValueOf<Bridge[A][M]>> => {
  const answer = await tryBridge(page, area, method, ...input);
  if (!answer.ok) throw new Error(`${String(area)}.${String(method)}: ${JSON.stringify(answer.error)}`);
  return answer.value as ValueOf<Bridge[A][M]>;
};

type ValueOf<Call> = Call extends (...input: never[]) => Promise<infer Answer>
  ? Answer extends { ok: true; value: infer Value }
    ? Value
    : never
  : never;

type Answer = { ok: true; value: unknown } | { ok: false; error: { code: string; message: string } };

/** As `callBridge`, answering the whole result. */
export const tryBridge = <A extends keyof Bridge, M extends keyof Bridge[A]>(
  page: Page,
  area: A,
  method: M,
  ...[input]: Bridge[A][M] extends (...input: infer I) => unknown ? I : never
): Promise<Answer> =>
  page.evaluate(
    async ([areaName, methodName, given]) => {
      const bridge = window.tickmark as unknown as Record<string, Record<string, (input: unknown) => unknown>>;
      return (await bridge[areaName as string]?.[methodName as string]?.(given)) as Answer;
    },
    [area, method, input] as const,
  );
