import { Anchor } from '@mantine/core';
import type { ErrorCode } from '../../preload/contract';
import { textsOf } from '../texts';
import { showHelp } from './help-store';

const t = textsOf('components');

/** Leads from an error to the guide's section about its code. */
export const ErrorHelpLink = ({ code }: { code: ErrorCode }) => (
  <Anchor component="button" type="button" size="sm" onClick={() => showHelp({ code })}>
    {t('aboutError')}
  </Anchor>
);
