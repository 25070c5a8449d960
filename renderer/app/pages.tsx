import type { ComponentType } from 'react';
import { AnalysisPage } from '../features/analysis/analysis-page';
import { ApplicationPage, NewApplicationPage } from '../features/applications/application-page';
import { AuditLogPage } from '../features/audit-log/audit-log-page';
import { EvidencePage } from '../features/evidence/evidence-page';
import { ExecutionPage } from '../features/execution/execution-page';
import { QuestionsPage } from '../features/questions/questions-page';
import { SettingsPage } from '../features/settings/settings-page';
import { StartPage } from '../features/start/start-page';
import { type Step, useRoute } from './navigation';

const stepPages: Record<Step, ComponentType<{ applicationId: number }>> = {
  application: ApplicationPage,
  questions: QuestionsPage,
  analysis: AnalysisPage,
  execution: ExecutionPage,
  evidence: EvidencePage,
};

/** The page of the current route. */
export const CurrentPage = () => {
  const route = useRoute();
  switch (route.page) {
    case 'start':
      return <StartPage />;
    case 'new-application':
      return <NewApplicationPage />;
    case 'settings':
      return <SettingsPage section={route.section} ciId={route.ciId} connectorId={route.connectorId} />;
    case 'audit-log':
      return <AuditLogPage applicationId={route.applicationId} />;
    case 'step': {
      const StepPage = stepPages[route.step];
      return <StepPage key={`${route.step} ${route.applicationId}`} applicationId={route.applicationId} />;
    }
  }
};
