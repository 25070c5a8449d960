import type { Preferences } from '../../../preload/contract';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';

const t = textsOf('settings');

export type LimitKey = 'maximumRows' | 'maximumMegabytes' | 'maximumMinutes';

interface Limit {
  key: LimitKey;
  maximum: number;
}

/** The limits of one run, with the largest value that the bridge accepts. */
export const limits: readonly Limit[] = [
  { key: 'maximumRows', maximum: 1_000_000_000 },
  { key: 'maximumMegabytes', maximum: 1_000_000 },
  { key: 'maximumMinutes', maximum: 1_440 },
];

type Texts = Record<LimitKey, string>;

export const limitsAsText = (preferences: Preferences): Texts => ({
  maximumRows: formatCount(preferences.maximumRows),
  maximumMegabytes: formatCount(preferences.maximumMegabytes),
  maximumMinutes: formatCount(preferences.maximumMinutes),
});

const groupSeparators = /[\s.,'’]/g;

const readLimit = (text: string, maximum: number): number | undefined => {
  const digits = text.replace(groupSeparators, '');
  const value = /^\d+$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= maximum ? value : undefined;
};

/** Reads what was written; `values` only when every limit is a whole number in its range. */
export const readLimits = (
  texts: Texts,
): { values?: Record<LimitKey, number>; errors: Partial<Record<LimitKey, string>> } => {
  const values: Partial<Record<LimitKey, number>> = {};
  const errors: Partial<Record<LimitKey, string>> = {};
  for (const { key, maximum } of limits) {
    const value = readLimit(texts[key], maximum);
    if (value === undefined) errors[key] = t('limits.outside', { maximum: formatCount(maximum) });
    else values[key] = value;
  }
  return Object.keys(errors).length > 0 ? { errors } : { values: values as Record<LimitKey, number>, errors };
};
