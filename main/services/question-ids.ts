/**
 * Gives ids that are unique in an application: what the file says where that is new; a repeat gets the file type and a
 * counter. A question without a number is counted: `Q1`, `Q2`, …
 */
export const createQuestionIds = (existing: Iterable<string>) => {
  const taken = new Set(existing);
  const lastCounters = new Map<string, number>();

  const countOn = (stem: string, first: number): string => {
    let counter = (lastCounters.get(stem) ?? first - 1) + 1;
    while (taken.has(`${stem}${counter}`)) counter += 1;
    lastCounters.set(stem, counter);
    return `${stem}${counter}`;
  };

  return (questionNumber: string, fileType: string): string => {
    const isNew = questionNumber !== '' && !taken.has(questionNumber);
    const repeat = () => (questionNumber === '' ? countOn('Q', 1) : countOn(`${questionNumber}-${fileType}-`, 2));
    const questionId = isNew ? questionNumber : repeat();
    taken.add(questionId);
    return questionId;
  };
};
