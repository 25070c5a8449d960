import { describe, expect, it } from 'vitest';
import { figuresOf, judge, readLabelledQuestions } from '../../eval/evaluation';

describe('suggestions on the labelled questions', () => {
  it('are judged by at least 200 questions, a third of them never tuned on', () => {
    const heldOut = readLabelledQuestions('held-out');
    const train = readLabelledQuestions('train');
    expect(heldOut.length + train.length).toBeGreaterThanOrEqual(200);
    expect(heldOut.length * 2).toBeGreaterThanOrEqual(train.length);
    const asked = new Set(train.map(({ question }) => question));
    expect(heldOut.filter(({ question }) => asked.has(question))).toEqual([]);
  });

  it('name the right tool type for 85 % of the held-out part, and for 95 % of what they are sure of', () => {
    const figures = figuresOf(judge(readLabelledQuestions('held-out')));
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.85);
    expect(figures.rightWhenSure).toBeGreaterThanOrEqual(0.95);
    expect(figures.sure).toBeGreaterThanOrEqual(0.5);
  });
});
