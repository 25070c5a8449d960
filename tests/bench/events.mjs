/** Milliseconds from press to release of a quick click by hand. */
const buttonHeld = 70;
const watchedEvents = ['pointerdown', 'pointerup', 'click', 'keydown'];

/** Clicks in the middle of what is shown, as a hand does; a locator's own click looks for its target within the click. */
export const clickByHand = async (page, locator) => {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2, { delay: buttonHeld });
};

/**
 * From now on the page notes how long each click and key press took until its result was painted (Event Timing, in 8 ms
 * steps): a click counts as its slowest part, from the button going down to its release.
 */
export const watchEvents = (page) =>
  page.evaluate((watched) => {
    window.eventDurations = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (watched.includes(name)) window.eventDurations.push(duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 });
  }, watchedEvents);

/** The longest event since the last call; 16 ms or less where none was noted. */
const longestEvent = (page) =>
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
