import type { KeychainAnswer, KeychainOperations } from '../../../main/keychain/keychain-process';
import type { Port, StartProcess } from '../../../main/processes/port';
import { serveOperations } from '../../../main/processes/requests';

type Operation = keyof KeychainOperations;

/** What the keychain does instead of answering as usual; `late crash` carries out the request and then dies. */
type Mishap = 'hang' | 'crash' | 'late crash' | { refusal: string } | { answer: unknown };

export interface ScriptedKeychain {
  startProcess: StartProcess;
  /** What it holds, by account. */
  entries: Map<string, string>;
  /** A locked keychain whose dialog everyone cancels: reads null, deletes nothing, refuses to write. */
  locked: boolean;
  /** Asked before each request. */
  mishap: (operation: Operation, account: string) => Mishap | undefined;
  /** Requests in order of arrival: `get <account>`. */
  requests: string[];
  starts: number;
  /** The largest number of requests that were under way at once. */
  mostAtOnce: number;
}

const connectedPorts = (): [Port, Port] => {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const port = (own: 0 | 1): Port => ({
    post: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        for (const listener of listeners[own === 0 ? 1 : 0]) listener(copy);
      });
    },
    onMessage: (listener) => listeners[own].push(listener),
  });
  return [port(0), port(1)];
};

/** A keychain's process without a keychain: what a platform may do, at the test's command. */
export const createScriptedKeychain = (): ScriptedKeychain => {
  let underWay = 0;
  const forEver = new Promise<never>(() => {});

  const answerWith = <Value>(value: Value): KeychainAnswer<Value> => ({ ok: true, value });

  const createOperations = (die: () => void): KeychainOperations => {
    const perform = async <Value>(
      operation: Operation,
      account: string,
      work: () => KeychainAnswer<Value>,
    ): Promise<KeychainAnswer<Value>> => {
      scripted.requests.push(`${operation} ${account}`);
      underWay += 1;
      scripted.mostAtOnce = Math.max(scripted.mostAtOnce, underWay);
      const mishap = scripted.mishap(operation, account);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      if (mishap === 'late crash') work();
      if (mishap === 'crash' || mishap === 'late crash') die();
      if (typeof mishap === 'string') return forEver;
      if (mishap && 'refusal' in mishap) return { ok: false, message: mishap.refusal };
      if (mishap) return answerWith(mishap.answer as Value);
      return work();
    };

    return {
      get: ({ account }) =>
        perform('get', account, () => answerWith(scripted.locked ? null : (scripted.entries.get(account) ?? null))),
      set: ({ account, secret }) =>
        perform('set', account, () => {
          if (scripted.locked) return { ok: false, message: 'Cannot create an item in a locked collection' };
          scripted.entries.set(account, secret);
          return answerWith(undefined);
        }),
      delete: ({ account }) =>
        perform('delete', account, () => answerWith(!scripted.locked && scripted.entries.delete(account))),
      list: ({ prefix }) =>
        perform('list', prefix, () =>
          answerWith([...scripted.entries.keys()].filter((account) => account.startsWith(prefix))),
        ),
    };
  };

  const startProcess: StartProcess = () => {
    scripted.starts += 1;
    const [parentEnd, childEnd] = connectedPorts();
    const exits: (() => void)[] = [];
    const die = () => {
      for (const exit of exits.splice(0)) exit();
    };
    serveOperations(childEnd, createOperations(die));
    return { ...parentEnd, onExit: (listener) => exits.push(listener), kill: die };
  };

  const scripted: ScriptedKeychain = {
    startProcess,
    entries: new Map(),
    locked: false,
    mishap: () => undefined,
    requests: [],
    starts: 0,
    mostAtOnce: 0,
  };
  return scripted;
};
