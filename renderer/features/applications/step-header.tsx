import type { ReactNode } from 'react';
import { useApplication } from '../../app/applications-store';
import { type Step, steps } from '../../app/navigation';
import { PageHeader } from '../../components/page';

const titles: Record<Step, string> = {
  application: 'Application',
  questions: 'Questions',
  analysis: 'Question analysis',
  execution: 'Execution',
  evidence: 'Evidence pack',
};

interface StepHeaderProps {
  applicationId: number;
  step: Step;
  summary?: ReactNode;
  actions?: ReactNode;
  toolbar?: ReactNode;
}

/** The header of a step's page: which audit it belongs to and where it stands among the steps. */
export const StepHeader = ({ applicationId, step, ...rest }: StepHeaderProps) => {
  const application = useApplication(applicationId);
  const place = `Step ${steps.indexOf(step) + 1} of ${steps.length}`;
  const parts = application ? [application.name, application.auditName, application.ciId, place] : [place];
  return <PageHeader title={titles[step]} context={parts.filter(Boolean).join(' · ')} {...rest} />;
};
