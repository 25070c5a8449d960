import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TickmarkError } from '../../preload/contract';
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

interface ErrorHelpLinkProps extends Pick<TickmarkError, 'code' | 'reason'> {
  tabIndex?: number;
}

/** Leads from an error to the guide's section about its code, and tells the reason that the section explains. */
export const ErrorHelpLink = ({ code, reason, tabIndex }: ErrorHelpLinkProps) => (
  <span>
    <HelpLink place={{ code }} tabIndex={tabIndex}>
      {t('aboutError')}
    </HelpLink>
    {reason && ` · ${t('reason', { reason })}`}
  </span>
);
