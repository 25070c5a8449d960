import { Button } from '@mantine/core';
import type { ErrorCode } from '../../../preload/contract';
import { useApplication, useIsArchived } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { textsOf } from '../../texts';
import { openQuery, openQuestion } from '../analysis/analysis-store';
import { placeToFix } from './preflight-summary';

const t = textsOf('preflight');

interface FixButtonProps {
  applicationId: number;
  questionId: string;
  /** What was refused, or failed. */
  failed: { code?: ErrorCode; connectorId: number | null; query: string };
  /** What the button says where it leads to Step 3. */
  label: string;
}

/** Leads to where a person can mend what kept a question from running: the connector in Settings, or Step 3. In an archived audit nothing is mended. */
export const FixButton = ({ applicationId, questionId, failed, label }: FixButtonProps) => {
  const ciId = useApplication(applicationId)?.ciId;
  const archived = useIsArchived(applicationId);
  const { connectorId } = failed;
  const inSettings = placeToFix(failed) === 'connector' && connectorId !== null;
  const open = () =>
    inSettings
      ? navigate({ page: 'settings', section: 'connectors', ciId, connectorId })
      : // Without a connector it is one of the choices in its row that is to be made.
        (connectorId === null ? openQuestion : openQuery)(applicationId, questionId);
  if (archived) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => void open()}>
      {inSettings ? t('check.openConnector') : label}
    </Button>
  );
};
