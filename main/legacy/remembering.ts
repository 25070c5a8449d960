const mostRemembered = 1_000;
const longestRemembered = 500;

/**
 * The same work on texts of which many are alike, as in most columns of a table: what was answered for a short one is not
 * worked out again. Only the first thousand are remembered.
 */
export const remembering = <Answer>(work: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > longestRemembered) return work(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (answers.size < mostRemembered) answers.set(text, answer);
    return answer;
  };
};
