import type { AppCommand, Application } from '../../../preload/contract';
import { useApplications } from '../../app/applications-store';
import { chooseLanguage, commandKeys, goWithinAudit, runCommand } from '../../app/commands';
import { currentApplication } from '../../app/current-application';
import { navigate, type Step, steps } from '../../app/navigation';
import { guideLanguage, showHelp } from '../../components/help-store';
import { languages, textsOf } from '../../texts';
import { openQuestion } from '../analysis/analysis-store';
import type { Found } from '../help/guide';
import { questionName, useQuestions } from '../questions/questions-store';
import { openConnectorForm } from '../settings/connector-form-store';
import { useConnectors } from '../settings/connectors-store';
import type { PaletteEntry } from './search';

const t = textsOf('palette');

const fromMenu = [
  'new-audit',
  'open-demo',
  'connectors',
  'audit-log',
  'audits',
  'overview',
  'back',
  'forward',
  'theme-light',
  'theme-dark',
  'theme-system',
  'shortcuts',
  'help',
  'tour',
  'verify-pack',
  'about',
] as const satisfies readonly AppCommand[];

const menuEntries = (): PaletteEntry[] =>
  fromMenu.map((command) => ({
    id: command,
    label: t(`commands.${command}`),
    keywords: t(`keywords.${command}`),
    keys: commandKeys[command],
    run: () => runCommand(command),
  }));

/** What is done on a step's page: the palette leads to the page where it starts. */
const stepActions = {
  import: 'questions',
  assign: 'analysis',
  run: 'execution',
  export: 'evidence',
} as const;

const actionEntries = (): PaletteEntry[] =>
  Object.entries(stepActions).map(([action, step]) => ({
    id: action,
    label: t(`actions.${action as keyof typeof stepActions}`),
    run: () => goWithinAudit((applicationId) => ({ page: 'step', applicationId, step })),
  }));

const endAudit = (): PaletteEntry => ({
  id: 'end',
  label: t('actions.end'),
  run: () => goWithinAudit((applicationId) => ({ page: 'step', applicationId, step: 'application', part: 'ending' })),
});

const newConnector = (): PaletteEntry[] => {
  const ciId = currentApplication()?.ciId ?? useConnectors.getState().cis[0]?.ciId;
  if (ciId === undefined) return [];
  const open = async () => {
    const went = await navigate({ page: 'settings', section: 'connectors', ciId });
    if (went) openConnectorForm({ mode: 'create', ciId });
  };
  return [{ id: 'new-connector', label: t('newConnector'), context: ciId, run: open }];
};

const verifyLog = (): PaletteEntry => ({
  id: 'verify-log',
  label: t('verifyLog'),
  run: () => navigate({ page: 'audit-log' }),
});

const preferences = (): PaletteEntry => ({
  id: 'preferences',
  label: t('preferences'),
  keywords: t('preferencesKeywords'),
  run: () => navigate({ page: 'settings', section: 'preferences' }),
});

const languageEntries = (): PaletteEntry[] =>
  languages.map((language) => ({
    id: `language ${language}`,
    label: t(`languages.${language}`),
    keywords: t('languageKeywords'),
    run: () => chooseLanguage(language),
  }));

const auditContext = ({ name, auditName }: Application): string => [name, auditName].filter(Boolean).join(' · ');

const placesOf = (application: Application, isCurrent: boolean): PaletteEntry[] => {
  const context = auditContext(application);
  const stepEntry = (step: Step, index: number): PaletteEntry => ({
    id: `${application.id} ${step}`,
    label: t(`steps.${step}`),
    context,
    keywords: application.ciId,
    keys: isCurrent ? commandKeys[`step-${index + 1}` as AppCommand] : undefined,
    run: () => navigate({ page: 'step', applicationId: application.id, step }),
  });
  return steps.map(stepEntry);
};

/** The current audit's places come first: they are what is looked for most. */
const auditEntries = (): PaletteEntry[] => {
  const current = currentApplication();
  const others = useApplications.getState().applications.filter(({ id }) => id !== current?.id);
  return [...(current ? placesOf(current, true) : []), ...others.flatMap((audit) => placesOf(audit, false))];
};

/** Of an archived audit its evidence is what is looked for. */
const archivedEntries = (): PaletteEntry[] =>
  useApplications.getState().archived.map((application) => ({
    id: `archived ${application.id}`,
    label: t('archivedEvidence'),
    context: auditContext(application),
    keywords: application.ciId,
    run: () => navigate({ page: 'step', applicationId: application.id, step: 'evidence' }),
  }));

const ciEntries = (): PaletteEntry[] =>
  useConnectors.getState().cis.map(({ ciId }) => ({
    id: `ci ${ciId}`,
    label: t('connectorsOf', { ci: ciId }),
    run: () => navigate({ page: 'settings', section: 'connectors', ciId }),
  }));

/** The questions of the current audit lead to Step 3. */
const questionEntries = (): PaletteEntry[] => {
  const { applicationId, questions } = useQuestions.getState();
  if (applicationId === null || currentApplication()?.id !== applicationId) return [];
  return questions.map((question) => ({
    id: `question ${question.questionId}`,
    label: questionName(question),
    context: question.question,
    isContent: true,
    run: () => openQuestion(applicationId, question.questionId),
  }));
};

/** As many sections of the guide as don't bury what stands above them. */
const mostSections = 5;

/** What the guide says of what is searched for opens there. */
export const guideEntries = (sections: readonly Found[]): PaletteEntry[] =>
  sections.slice(0, mostSections).map(({ page, heading, anchor }) => ({
    id: `guide ${page.file} ${anchor}`,
    label: heading,
    context: t('commands.help'),
    page: anchor === '' ? undefined : page.title,
    lang: guideLanguage,
    run: () => showHelp({ file: page.file, anchor }),
  }));

/** Everything that the palette offers now. */
export const paletteEntries = (): PaletteEntry[] => {
  const [first, ...others] = menuEntries();
  return [
    ...(first ? [first] : []),
    ...newConnector(),
    ...actionEntries(),
    endAudit(),
    ...auditEntries(),
    verifyLog(),
    preferences(),
    ...others,
    ...languageEntries(),
    ...archivedEntries(),
    ...ciEntries(),
    ...questionEntries(),
  ];
};
