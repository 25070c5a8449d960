import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../../preload/contract';
import { textsOf } from '../texts';
import { type HelpPlace, showHelp } from './help-store';

const t = textsOf('components');

interface HelpLinkProps {
  place: HelpPlace;
  tabIndex?: number;
  children: ReactNode;
}

/** Opens the guide at a place, beside the page. */
export const HelpLink = ({ place, tabIndex, children }: HelpLinkProps) => (
  <Anchor component="button" type="button" inherit tabIndex={tabIndex} onClick={() => showHelp(place)}>
    {children}
  </Anchor>
);

/** Leads from an error to the guide's section about its code. */
export const ErrorHelpLink = ({ code, tabIndex }: { code: ErrorCode; tabIndex?: number }) => (
  <HelpLink place={{ code }} tabIndex={tabIndex}>
    {t('aboutError')}
  </HelpLink>
);
