import { rounded } from './measure.mjs';

/** Megabytes of all processes of the application together, the window's and those beside main among them. */
export const readMegabytes = (app) =>
  app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  );

/** Notes the application's memory ten times a second; `stop` answers by how much it was above `idle` at its highest. */
export const watchMemory = (app, idle) => {
  let highest = idle;
  let going = true;
  const watching = (async () => {
    while (going) {
      highest = Math.max(highest, await readMegabytes(app));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    stop: async () => {
      going = false;
      await watching;
      return rounded(highest - idle);
    },
  };
};

/** Notes how late main's event loop is and how far apart the window's frames are; `stop` answers both in milliseconds. */
export const watchWindow = async (app, page) => {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    globalThis.benchDelay = monitorEventLoopDelay({ resolution: 1 });
    globalThis.benchDelay.enable();
  });
  await page.evaluate(() => {
    window.benchFrames = [];
    let last = performance.now();
    const note = (now) => {
      window.benchFrames?.push(now - last);
      last = now;
      if (window.benchFrames) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  return {
    stop: async () => {
      const mainDelay = await app.evaluate(() => {
        globalThis.benchDelay.disable();
        // The histogram holds the timer's own millisecond too.
        return globalThis.benchDelay.percentile(99) / 1e6;
      });
      const frames = await page.evaluate(() => {
        const noted = window.benchFrames.sort((left, right) => left - right);
        delete window.benchFrames;
        return noted;
      });
      return { mainDelay: rounded(mainDelay), frameTime: rounded(frames[Math.floor(frames.length * 0.99)] ?? 0) };
    },
  };
};
