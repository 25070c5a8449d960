/** Runs one piece of work after the other, in the order in which they were asked for, also behind one that failed. */
export const createOneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
};
