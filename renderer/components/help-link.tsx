import { Anchor } from '@mantine/core';
import type { ErrorCode } from '../../preload/contract';
import { textsOf } from '../texts';
import { showHelp } from './help-store';

const t = textsOf('components');

/** Leads from an error to the guide's section about its code. */
export const ErrorHelpLink = ({ code, tabIndex }: { code: ErrorCode; tabIndex?: number }) => (
  <Anchor component="button" type="button" inherit tabIndex={tabIndex} onClick={() => showHelp({ code })}>
    {t('aboutError')}
  </Anchor>
);
