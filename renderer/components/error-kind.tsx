import type { ErrorCode } from '../../preload/contract';
import { currentLanguage, textsOf } from '../texts';
import { translateMain } from '../texts/main-words';

const t = textsOf('errors');

/** What kind of error it is, above a message that stays English in a window of another language. */
export const ErrorKind = ({ code, message }: { code: ErrorCode; message: string }) =>
  currentLanguage() !== 'en' && translateMain(message) === undefined && <div>{t(code)}.</div>;

interface FromMainProps {
  as?: 'div' | 'span' | 'li' | 'p' | 'strong';
  className?: string | undefined;
  children: string;
}

/** What main said, in the window's language; marked as English where it stays so, for screen readers to pronounce. */
export const FromMain = ({ as: Element = 'div', className, children }: FromMainProps) => {
  const translated = translateMain(children);
  return (
    <Element lang={translated === undefined ? 'en' : undefined} className={className}>
      {translated ?? children}
    </Element>
  );
};
