import { describe, expect, it } from 'vitest';
import { countOf, formatAgo, formatBytes, formatDuration } from '../../../renderer/components/format';

describe('figures for people', () => {
  it('counts in words', () => {
    expect(countOf(1, 'entry', 'entries')).toBe('1 entry');
    expect(countOf(12_345, 'question')).toBe('12,345 questions');
  });

  it('shows bytes in the largest unit that keeps a digit', () => {
    expect([0, 999, 1_000, 48_234_567, 2_500_000_000].map(formatBytes)).toEqual([
      '0 bytes',
      '999 bytes',
      '1.0 KB',
      '48 MB',
      '2.5 GB',
    ]);
  });

  it('shows durations as they are said', () => {
    expect([42.3, 4_200, 185_000].map(formatDuration)).toEqual(['42 ms', '4.2 s', '3 min 05 s']);
  });

  it('says how long ago something was', () => {
    const now = Date.parse('2026-01-31T12:00:00.000Z');
    const ago = (seconds: number) => formatAgo(new Date(now - seconds * 1_000).toISOString(), now);
    expect([10, 60, 300, 7_200, 86_400 * 3].map(ago)).toEqual([
      'just now',
      '1 minute ago',
      '5 minutes ago',
      '2 hours ago',
      '3 days ago',
    ]);
    expect(ago(86_400 * 20)).toContain('2026');
  });
});
