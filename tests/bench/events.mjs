/** From now on the page notes how long each click and key press took until its result was painted (Event Timing, in 8 ms steps). */
export const watchEvents = (page) =>
  page.evaluate(() => {
    window.eventDurations = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name === 'click' || name === 'keydown') window.eventDurations.push(duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 });
  });

/** The longest event since the last call; 16 ms or less where none was noted. */
export const longestEvent = (page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    return Math.max(16, ...window.eventDurations.splice(0));
  });

/** How long the events of `act` took until the last of them was painted. */
export const timeEvents = async (page, act) => {
  await longestEvent(page);
  await act();
  return longestEvent(page);
};

/** Milliseconds from a click until what it asked for is on the screen. */
export const timeTo = async (click, shown) => {
  const startedAt = performance.now();
  await click();
  await shown();
  return performance.now() - startedAt;
};
