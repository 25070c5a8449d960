import { Button, Group, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type CSSProperties, type FormEvent, useState } from 'react';
import type { EvidenceSample, Execution, SampleRequest, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { Cell, HeaderCell } from '../../components/cells';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount } from '../../components/format';
import { HelpLink } from '../../components/help-link';
import { addNotice, noticeError } from '../../components/notices-store';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { fieldErrorsOf } from '../../texts/main-words';
import styles from './looking.module.css';
import { numbered } from './row-view';

const t = textsOf('looking');

interface SampleDialogProps {
  execution: Execution;
  opened: boolean;
  onClose: () => void;
}

type Method = SampleRequest['method'];

/** A seed for someone who has none in mind: written down with the sample, like any other. */
const proposedSeed = (): string => String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);

/** Draws a random sample that can be drawn again, shows it and exports it. */
export const SampleDialog = ({ execution, opened, onClose }: SampleDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={t('sample.title')} size="72rem">
    <SampleForm execution={execution} />
  </Modal>
);

const usualSize = 25;

const SampleForm = ({ execution }: { execution: Execution }) => {
  const [size, setSize] = useState<number | string>(Math.max(1, Math.min(usualSize, execution.rowCount)));
  const [seed, setSeed] = useState(proposedSeed);
  const [method, setMethod] = useState<Method>('random');
  const [drawn, setDrawn] = useState<EvidenceSample | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);
  const request: SampleRequest = { executionId: execution.id, size: Number(size), seed, method };

  const fieldErrors = fieldErrorsOf(error);

  const draw = async (event: FormEvent) => {
    event.preventDefault();
    setDrawing(true);
    const answer = await bridge.executions.sample(request);
    setDrawing(false);
    setDrawn(answer.ok ? answer.value : null);
    setError(answer.ok ? null : answer.error);
  };

  return (
    <>
      <form className={styles.sampleForm} onSubmit={(event) => void draw(event)}>
        <NumberInput
          data-autofocus
          w="8rem"
          label={t('sample.size')}
          min={1}
          max={10_000}
          allowDecimal={false}
          value={size}
          onChange={setSize}
          error={fieldErrors.size}
        />
        <TextInput
          w="14rem"
          label={t('sample.seed')}
          value={seed}
          onChange={(event) => setSeed(event.currentTarget.value)}
          error={fieldErrors.seed}
        />
        <NativeSelect
          label={t('sample.method')}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value as Method)}
          data={[
            { value: 'random', label: t('sample.random') },
            { value: 'systematic', label: t('sample.systematic') },
          ]}
        />
        <Button type="submit" loading={drawing}>
          {t('sample.draw')}
        </Button>
      </form>
      <p className={styles.quiet}>
        {t('sample.recorded')}{' '}
        <HelpLink place={{ file: '06-evidence-pack.md', anchor: 'draw-a-random-sample-again' }}>
          {t('sample.drawnAgain')}
        </HelpLink>
      </p>
      {error && <ErrorNotice title={t('sample.failed')} error={error} />}
      {drawn && <DrawnSample sample={drawn} request={{ ...request, size: Number(size) }} />}
    </>
  );
};

/** Columns shown of a sample; all of them are in its export. */
const shownColumns = 8;

/** Characters of the longest cell of a column, its name included: what of the width it needs beside the others. */
const longestOf = ({ rows: sampled }: EvidenceSample, name: string, position: number): number =>
  Math.min(40, Math.max(name.length, ...sampled.map(({ cells }) => cells[position]?.length ?? 0)));

const DrawnSample = ({ sample, request }: { sample: EvidenceSample; request: SampleRequest }) => {
  const { seed, method } = sample;
  const exportAgain = () => exportSample({ ...request, seed, method, size: Math.max(1, sample.rows.length) });
  const columns = numbered(sample.columns.slice(0, shownColumns));
  const widths = columns.map(({ item, position }) => {
    const longest = longestOf(sample, item.name, position);
    return `minmax(${Math.max(8, Math.min(24, longest))}ch, ${longest}fr)`;
  });
  const numberWidth = Math.max(t('rows.number').length, formatCount(sample.population).length) + 1;
  const template = {
    '--columns': `${numberWidth}ch ${widths.join(' ')}`,
    '--rows-height': `${sample.rows.length * 2.125 + 3.5}rem`,
  } as CSSProperties;
  return (
    <>
      <Group justify="space-between" my="sm">
        <span role="status">
          {t('sample.drawn', { rows: formatCount(sample.rows.length), population: formatCount(sample.population) })}
          {sample.columns.length > shownColumns && ` ${t('sample.moreColumns', { count: sample.columns.length })}`}
        </span>
        <Button variant="default" onClick={() => void exportAgain()}>
          {t('sample.export')}
        </Button>
      </Group>
      <div className={styles.sampleRows} style={template}>
        <VirtualRows
          role="table"
          onlyText
          label={t('sample.rows')}
          rows={sample.rows}
          rowKey={({ rowNumber }) => rowNumber}
          rowHeight={() => 34}
          header={
            <div className={rows.header}>
              <HeaderCell className={styles.sampleNumber}>{t('rows.number')}</HeaderCell>
              {columns.map(({ item, position }) => (
                <HeaderCell key={position} className={rows.line}>
                  {item.name}
                </HeaderCell>
              ))}
            </div>
          }
          renderRow={({ rowNumber, cells }) => (
            <div className={rows.row}>
              <Cell className={styles.sampleNumber}>{formatCount(rowNumber)}</Cell>
              {columns.map(({ position }) => (
                <Cell key={position} className={rows.line} title={cells[position] ?? undefined}>
                  {cells[position] ?? <span className={rows.dimmed}>NULL</span>}
                </Cell>
              ))}
            </div>
          )}
        />
      </div>
    </>
  );
};

const exportSample = async (request: SampleRequest): Promise<void> => {
  const answer = await bridge.executions.exportSample(request);
  if (!answer.ok) noticeError(answer.error, t('sample.notExported'), t('sample.nothingWritten'));
  else if (answer.value) {
    const { fileName, sha256 } = answer.value;
    addNotice({ tone: 'success', title: t('sample.exported', { fileName }), message: `SHA-256 ${sha256}` });
  }
};
