import { createOneAtATime } from '../one-at-a-time';
import { ProcessEnded } from './restarting-process';

/**
 * Asks a process one thing at a time, so that each has the whole of its deadline (milliseconds), after which the process is
 * stopped. `onEnded` answers for a process that ended before it did: `late` where it was stopped for its deadline.
 */
export const createTurns = (process: { stop(): void }, deadline: number) => {
  const inTurn = createOneAtATime();

  const askOnce = async <Answer>(ask: () => Promise<Answer>, onEnded: (late: boolean) => Answer): Promise<Answer> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.stop();
    }, deadline);
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ProcessEnded) return onEnded(late);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  return <Answer>(ask: () => Promise<Answer>, onEnded: (late: boolean) => Answer): Promise<Answer> =>
    inTurn(() => askOnce(ask, onEnded));
};
