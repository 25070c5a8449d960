import { type ComponentType, lazy, Suspense } from 'react';
import { StartPage } from '../features/start/start-page';
import { type Step, type StepPageProps, useRoute } from './navigation';

// A page's code is read when the page is first opened: the window is there sooner.
const stepPages: Record<Step, ComponentType<StepPageProps>> = {
  application: lazy(async () => ({
    default: (await import('../features/applications/application-page')).ApplicationPage,
  })),
  questions: lazy(async () => ({ default: (await import('../features/questions/questions-page')).QuestionsPage })),
  analysis: lazy(async () => ({ default: (await import('../features/analysis/analysis-page')).AnalysisPage })),
  execution: lazy(async () => ({ default: (await import('../features/execution/execution-page')).ExecutionPage })),
  evidence: lazy(async () => ({ default: (await import('../features/evidence/evidence-page')).EvidencePage })),
};
const NewApplicationPage = lazy(async () => ({
  default: (await import('../features/applications/application-page')).NewApplicationPage,
}));
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/settings-page')).SettingsPage }));
const AuditLogPage = lazy(async () => ({
  default: (await import('../features/audit-log/audit-log-page')).AuditLogPage,
}));

const LegacyPage = lazy(async () => ({ default: (await import('../features/legacy/legacy-page')).LegacyPage }));
const NamesPage = lazy(async () => ({ default: (await import('../features/legacy/names-page')).NamesPage }));
const OverviewPage = lazy(async () => ({ default: (await import('../features/overview/overview-page')).OverviewPage }));

/** The page of the current route. */
export const CurrentPage = () => (
  <Suspense>
    <PageOfRoute />
  </Suspense>
);

const PageOfRoute = () => {
  const route = useRoute();
  switch (route.page) {
    case 'start':
      return <StartPage />;
    case 'new-application':
      return <NewApplicationPage />;
    case 'legacy':
      return <LegacyPage />;
    case 'names':
      return <NamesPage />;
    case 'settings':
      return <SettingsPage section={route.section} ciId={route.ciId} connectorId={route.connectorId} />;
    case 'audit-log':
      return <AuditLogPage applicationId={route.applicationId} />;
    case 'overview':
      return <OverviewPage key={route.applicationId} applicationId={route.applicationId} />;
    case 'step': {
      const StepPage = stepPages[route.step];
      return (
        <StepPage key={`${route.step} ${route.applicationId}`} applicationId={route.applicationId} tab={route.tab} />
      );
    }
  }
};
