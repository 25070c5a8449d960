import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../preload/contract';
import { guidePages, placeOfError, searchGuide } from '../../../renderer/features/help/guide';
import { type Block, parseSpans } from '../../../renderer/features/help/markdown';

const texts = (block: Block): string[] => {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return [block.head, ...block.rows].flat();
  return block.kind === 'code' ? [] : [block.text];
};

const spansOf = (blocks: Block[]) => blocks.flatMap(texts).flatMap(parseSpans);

describe('the guide', () => {
  it('has its pages in reading order', () => {
    expect(guidePages.map(({ file }) => file)).toEqual([
      '01-first-minutes.md',
      '02-five-steps.md',
      '03-connectors.md',
      '04-keychain.md',
      '05-least-privilege.md',
      '06-evidence-pack.md',
      '07-protection.md',
      'moving.md',
      '09-troubleshooting.md',
    ]);
    for (const { file } of guidePages)
      expect(existsSync(join('docs', file === 'moving.md' ? '.' : 'guide', file))).toBe(true);
  });

  it.each(guidePages.map((page) => [page.file, page] as const))(
    '%s is whole and leads nowhere outside',
    (_file, page) => {
      expect(page.title).not.toBe('');
      const spans = spansOf(page.blocks);
      // A mark that was not read would be shown.
      expect(spans.filter((span) => span.kind === 'text' && /\*\*|`|\]\(|^\s*#/.test(span.text))).toEqual([]);
      for (const table of page.blocks.filter((block) => block.kind === 'table'))
        for (const row of table.rows) expect(row).toHaveLength(table.head.length);
      for (const { target } of spans.filter((span) => span.kind === 'link')) {
        const [path = '', anchor] = target.split('#');
        const leadsTo = guidePages.find(({ file }) => file === path.slice(path.lastIndexOf('/') + 1));
        expect({ target, leads: leadsTo !== undefined }).toEqual({ target, leads: true });
        if (anchor)
          expect(leadsTo?.blocks.filter((block) => block.kind === 'heading' && block.anchor === anchor)).toHaveLength(
            1,
          );
      }
    },
  );

  it.each(errorCodes)('explains %s: what it means, what was kept, what to do', (code) => {
    const place = placeOfError(code);
    const blocks = guidePages.find(({ file }) => file === place?.file)?.blocks ?? [];
    const from = blocks.findIndex((block) => block.kind === 'heading' && block.anchor === place?.anchor);
    const rest = blocks.slice(from + 1);
    const until = rest.findIndex((block) => block.kind === 'heading');
    const section = rest.slice(0, until < 0 ? undefined : until);
    const leads = section
      .flatMap(texts)
      .map((text) => parseSpans(text)[0])
      .filter((span) => span?.kind === 'strong');
    expect(leads.map((span) => span?.text)).toEqual(['What it means.', 'What was kept.', 'What to do.']);
  });

  it('explains no code that does not exist', () => {
    const known = new Set<string>(errorCodes);
    const page = guidePages.find(({ file }) => file === '09-troubleshooting.md');
    const explained = page?.blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text.split(':')[0] ?? ''] : [],
    );
    expect(explained?.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('searchGuide', () => {
  it('finds sections that have all words, headings first', () => {
    const found = searchGuide('keychain unlock');
    expect(found.length).toBeGreaterThan(2);
    expect(found[0]?.heading.toLowerCase()).toContain('keychain');
    expect(searchGuide('GRANT oracle')[0]).toMatchObject({ anchor: 'oracle' });
    for (const state of ['Without tool type', 'Connector to choose', 'Query to correct', 'Unsure suggestion']) {
      expect(searchGuide(state).map(({ anchor }) => anchor)).toContain('what-a-question-lacks');
    }
  });

  it('finds nothing for nothing', () => {
    expect(searchGuide('  ')).toEqual([]);
    expect(searchGuide('xyzzy')).toEqual([]);
  });
});
