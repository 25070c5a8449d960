import { Button, NativeSelect, Popover } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Question } from '../../../preload/contract';
import { afterPaint } from '../../components/after-paint';
import { inMainPart } from '../../components/floating';
import { countHidden, withHidden } from '../../components/hidden-rows';
import { textsOf } from '../../texts';
import { useConnectors } from '../settings/connectors-store';
import styles from './analysis.module.css';
import { selectFor, untick, useAnalyses } from './analysis-store';
import { TickedLabel } from './analysis-tools';
import { PickerList } from './picker-list';
import { connectorOptions, type PickerOption, toolTypeOptions } from './picker-options';
import { countToolTypes, listProcesses, noToolType } from './question-filter';
import { connectorsOfType } from './selection';
import { useFileTables } from './use-file-tables';

const t = textsOf('analysis');

interface AssignMenuProps {
  questions: readonly Question[];
  shown: readonly Question[];
  onCreateConnector: (toolType: string) => void;
}

/** Points many questions at one connector: the ticked ones, those shown, or all of a process. */
export const AssignMenu = (props: AssignMenuProps) => {
  const [open, setOpen] = useState(false);
  const ticked = useAnalyses((state) => state.ticked.chosen);
  const hidden = countHidden(ticked, props.shown);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width={460}
      trapFocus
      returnFocus
      portalProps={inMainPart}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          miw="7.5rem"
          px="sm"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {ticked.size === 0 ? (
            t('assign.button')
          ) : (
            <TickedLabel label={t('assign.buttonTicked', { count: ticked.size })} hidden={hidden} />
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('assign.label')}>
        <AssignForm {...props} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
};

type Scope = 'ticked' | 'shown' | `process:${string}` | `type:${string}`;

const idsOf = (questions: readonly Question[]): string[] => questions.map((question) => question.questionId);

const idsInScope = (scope: Scope, { questions, shown }: AssignMenuProps): string[] => {
  if (scope === 'ticked') return [...useAnalyses.getState().ticked.chosen];
  if (scope === 'shown') return idsOf(shown);
  if (scope.startsWith('type:')) {
    const { analyses } = useAnalyses.getState();
    const toolType = scope.slice('type:'.length);
    return idsOf(questions).filter((questionId) => analyses.get(questionId)?.toolSuggestion === toolType);
  }
  const process = scope.slice('process:'.length);
  return idsOf(questions.filter((question) => question.process === process));
};

const tickedLabel = (count: number, hidden: number): string =>
  hidden === 0 ? t('assign.ticked', { count }) : t('assign.tickedHidden', { count, hidden });

const scopeOptions = ({ questions, shown }: AssignMenuProps, ticked: number, hidden: number) => [
  ...(ticked > 0 ? [{ value: 'ticked', label: tickedLabel(ticked, hidden) }] : []),
  { value: 'shown', label: t('assign.shown', { count: shown.length }) },
  ...listProcesses(questions)
    .filter(({ process }) => process !== '')
    .map(({ process, count }) => ({ value: `process:${process}`, label: t('assign.ofProcess', { process, count }) })),
  ...[...countToolTypes([...useAnalyses.getState().analyses.values()])]
    .filter(([toolType]) => toolType !== noToolType)
    .map(([toolType, count]) => ({ value: `type:${toolType}`, label: t('assign.ofType', { toolType, count }) })),
];

/** The tool type that most of the questions have; where none has one, the first that the CI has connectors of. */
const likelyToolType = (questionIds: readonly string[], toolTypes: readonly PickerOption[]): string => {
  const { analyses } = useAnalyses.getState();
  const counts = countToolTypes(questionIds.flatMap((questionId) => analyses.get(questionId) ?? []));
  counts.delete(noToolType);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? toolTypes[0]?.key ?? '';
};

const AssignForm = (props: AssignMenuProps & { onDone: () => void }) => {
  const types = useConnectors((state) => state.types);
  const connectors = useAnalyses((state) => state.connectors);
  // What is said of the queries holds at once when one of them is chosen.
  useFileTables([...connectors.values()].flat());
  const ticked = useAnalyses((state) => state.ticked.chosen);
  const hidden = countHidden(ticked, props.shown);
  const [scope, setScope] = useState<Scope>(ticked.size > 0 ? 'ticked' : 'shown');
  const toolTypes = toolTypeOptions(types, connectors);
  const [toolType, setToolType] = useState(() => likelyToolType(idsInScope(scope, props), toolTypes));
  const [connectorId, setConnectorId] = useState<number | null>(null);
  const ofType = connectorsOfType(connectors, toolType);
  const questionIds = idsInScope(scope, props);

  const chooseToolType = (chosen: string) => {
    setToolType(chosen);
    setConnectorId(null);
  };
  const chooseScope = (chosen: Scope) => {
    setScope(chosen);
    if (chosen.startsWith('type:')) chooseToolType(chosen.slice('type:'.length));
  };
  const assign = () => {
    selectFor(questionIds, { toolType, connectorId });
    // The rows are drawn first: taking the menu out of the page takes as long as they do.
    afterPaint(() => {
      props.onDone();
      if (scope === 'ticked') untick();
    });
  };

  return (
    <div className={styles.assign}>
      <NativeSelect
        label={t('assign.questions')}
        data={scopeOptions(props, ticked.size, hidden)}
        value={scope}
        onChange={(event) => chooseScope(event.currentTarget.value as Scope)}
      />
      <NativeSelect
        label={t('table.toolType')}
        data={toolTypes.map(({ key, label, detail }) => ({ value: key, label: `${label} · ${detail}` }))}
        value={toolType}
        disabled={scope.startsWith('type:')}
        onChange={(event) => chooseToolType(event.currentTarget.value)}
      />
      {ofType.length === 0 ? (
        <div className={styles.missing}>
          <span>{t('assign.noConnector')}</span>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              props.onDone();
              props.onCreateConnector(toolType);
            }}
          >
            {t('assign.create')}
          </Button>
        </div>
      ) : (
        <div className={styles.assignList}>
          <PickerList
            key={toolType}
            listId="assign-connectors"
            what={t('picker.connectors')}
            options={() => connectorOptions(ofType)}
            chosenKey={connectorId === null ? null : String(connectorId)}
            firstSearch=""
            onChoose={(key) => setConnectorId(Number(key))}
          />
        </div>
      )}
      <Button disabled={connectorId === null || questionIds.length === 0} onClick={assign}>
        {connectorId === null
          ? t('assign.chooseFirst')
          : withHidden(t('assign.submit', { count: questionIds.length }), scope === 'ticked' ? hidden : 0)}
      </Button>
    </div>
  );
};
