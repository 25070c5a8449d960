import type { Port } from './port';

interface UtilityParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The child's end of its channel to main: Electron's in a utility process, Node's own in a plain fork. */
export const openParentPort = (): Port => {
  const { parentPort } = process as unknown as { parentPort?: UtilityParentPort };
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
    };
  }
  // A forked child must not outlive the parent that died without saying so.
  process.on('disconnect', () => process.exit(0));
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  };
};
