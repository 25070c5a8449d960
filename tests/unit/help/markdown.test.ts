import { describe, expect, it } from 'vitest';
import { parseMarkdown, parseSpans } from '../../../renderer/features/help/markdown';

describe('parseMarkdown', () => {
  it('reads the blocks of the guide', () => {
    const page = [
      '# Title',
      '',
      'Two',
      'lines.',
      '- a',
      '  b',
      '- c',
      '',
      '1. one',
      '',
      '| h | i |',
      '| --- | --- |',
      '| 1 | 2 |',
      '```sql',
      'x  <b>',
      '```',
    ];
    expect(parseMarkdown(page.join('\n'))).toEqual([
      { kind: 'heading', level: 1, text: 'Title', anchor: 'title' },
      { kind: 'paragraph', text: 'Two lines.' },
      { kind: 'list', ordered: false, items: ['a b', 'c'] },
      { kind: 'list', ordered: true, items: ['one'] },
      { kind: 'table', head: ['h', 'i'], rows: [['1', '2']] },
      { kind: 'code', text: 'x  <b>' },
    ]);
  });

  it('leaves pictures out, also within a list', () => {
    const page = ['1. one', '   ![Of one](pictures/one.png)', '2. two', '', '![Of all](pictures/all.png)'];
    expect(parseMarkdown(page.join('\n'))).toEqual([{ kind: 'list', ordered: true, items: ['one', 'two'] }]);
  });

  it('ends with a text that ends too early', () => {
    expect(parseMarkdown('```\nopen')).toEqual([{ kind: 'code', text: 'open' }]);
    expect(parseMarkdown('|')).toEqual([{ kind: 'paragraph', text: '|' }]);
  });
});

describe('parseSpans', () => {
  it('reads marks, and leaves markup a text', () => {
    expect(parseSpans('a **b** *c* `d*e*` [f](g.md#h) <script>')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'emphasis', text: 'c' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'd*e*' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'f', target: 'g.md#h' },
      { kind: 'text', text: ' <script>' },
    ]);
  });
});
