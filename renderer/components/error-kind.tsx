import type { ReactNode } from 'react';
import type { ErrorCode } from '../../preload/contract';
import { currentLanguage, textsOf } from '../texts';

const t = textsOf('errors');

/** What kind of error it is, above main's own message: main speaks English alone, so in English it would be said twice. */
export const ErrorKind = ({ code }: { code: ErrorCode }) => currentLanguage() !== 'en' && <div>{t(code)}.</div>;

/** Main's own words, which are English whatever language the window speaks: a screen reader pronounces them so. */
export const FromMain = ({ className, children }: { className?: string | undefined; children: ReactNode }) => (
  <div lang="en" className={className}>
    {children}
  </div>
);
