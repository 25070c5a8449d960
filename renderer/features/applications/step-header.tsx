import type { ReactNode } from 'react';
import { useApplication } from '../../app/applications-store';
import { type Step, steps } from '../../app/navigation';
import { ArchivedBanner } from '../../components/archived-banner';
import { PageHeader } from '../../components/page';
import { textsOf } from '../../texts';

const t = textsOf('applications');

interface StepHeaderProps {
  applicationId: number;
  step: Step;
  summary?: ReactNode;
  actions?: ReactNode;
  toolbar?: ReactNode;
}

/** The header of a step's page: which audit it belongs to, where it stands among the steps, and whether it is archived. */
export const StepHeader = ({ applicationId, step, ...rest }: StepHeaderProps) => {
  const application = useApplication(applicationId);
  const place = t('place', { step: steps.indexOf(step) + 1, steps: steps.length });
  const names = application && [application.name, application.auditName, application.ciId].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader title={t(`steps.${step}`)} context={names} place={place} {...rest} />
      {application?.archivedAt && <ArchivedBanner archivedAt={application.archivedAt} />}
    </>
  );
};
