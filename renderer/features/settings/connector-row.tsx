import { Menu } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { memo, useRef, useState } from 'react';
import type { Connector, ConnectorType } from '../../../preload/contract';
import { EnvironmentBadge } from '../../components/environment-badge';
import { FromMain } from '../../components/error-kind';
import { ErrorHelpLink } from '../../components/help-link';
import { StatusDot } from '../../components/status-dot';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { confirmNewTarget, deleteConnector, keepGeneratedName } from './connector-actions';
import { shortenPath } from './connector-address';
import { openConnectorForm } from './connector-form-store';
import { describeStatus, shownTarget } from './connector-list';
import styles from './connector-list-view.module.css';
import { findChangedTarget, type TestOutcome, testConnector, useConnectorTests } from './connector-tests-store';
import { askForName } from './name-dialog';

const t = textsOf('settings');

interface ConnectorRowProps {
  connector: Connector;
  /** Missing where this version has no such tool type. */
  type: ConnectorType | undefined;
  now: number;
  inTabOrder: boolean;
}

export const ConnectorRow = memo(({ connector, type, now, inTabOrder }: ConnectorRowProps) => {
  const testing = useConnectorTests((state) => state.running[connector.id] === true);
  const outcome = useConnectorTests((state) => state.outcomes[connector.id]);
  const tabIndex = inTabOrder ? 0 : -1;
  return (
    <div role="presentation" className={styles.row}>
      <NameCell
        connector={connector}
        known={type !== undefined}
        testing={testing}
        state={connector.status}
        tabIndex={tabIndex}
      />
      <div role="gridcell">
        <EnvironmentBadge environment={connector.environment} />
      </div>
      <div role="gridcell" className={styles.target} title={shownTarget(connector)}>
        {shortenPath(shownTarget(connector))}
      </div>
      <StatusCell connector={connector} type={type} now={now} testing={testing} outcome={outcome} tabIndex={tabIndex} />
      <Actions connector={connector} known={type !== undefined} testing={testing} tabIndex={tabIndex} />
    </div>
  );
});

interface CellProps {
  connector: Connector;
  testing: boolean;
  tabIndex: number;
}

interface NameCellProps extends CellProps {
  known: boolean;
  state: Connector['status'];
}

const NameCell = ({ connector, known, testing, state, tabIndex }: NameCellProps) => (
  <div role="gridcell" className={styles.name}>
    <span className={styles.nameLine}>
      <StatusDot state={testing ? 'busy' : state} />
      <button
        type="button"
        className={styles.nameText}
        data-action="name"
        tabIndex={tabIndex}
        title={connector.connectorName}
        disabled={!known}
        onClick={() => openConnectorForm({ mode: 'edit', connector })}
      >
        {connector.connectorName}
      </button>
    </span>
    {connector.nameGenerated && (
      <span className={styles.generated}>
        {t('row.generated')}
        <button
          type="button"
          className={styles.action}
          data-action="keep"
          tabIndex={tabIndex}
          aria-label={t('row.keepName', { name: connector.connectorName })}
          onClick={() => void keepGeneratedName(connector)}
        >
          {t('row.keep')}
        </button>
        {t('row.or')}
        <button
          type="button"
          className={styles.action}
          data-action="rename"
          tabIndex={tabIndex}
          aria-label={t('row.renameName', { name: connector.connectorName })}
          onClick={() => askForName({ purpose: 'rename', connector })}
        >
          {t('row.rename')}
        </button>
      </span>
    )}
  </div>
);

interface StatusCellProps extends CellProps {
  type: ConnectorType | undefined;
  now: number;
  outcome: TestOutcome | undefined;
}

const StatusCell = ({ connector, type, now, testing, outcome, tabIndex }: StatusCellProps) => {
  const [whole, setWhole] = useState(false);
  if (testing) {
    return (
      <div role="gridcell" className={styles.status}>
        {t('status.testing')}
      </div>
    );
  }
  const state = connector.status;
  // A test that never left this computer, for want of the keychain, leaves the connector's state as it was.
  const untested = state === 'failed' ? undefined : outcome?.error;
  const text = describeOutcome(connector, outcome) ?? describeStatus(connector, type, now, outcome?.report?.latencyMs);
  const isWritable = connector.status === 'active' && connector.canWrite && type?.withoutLogin === false;
  const changedTarget = findChangedTarget(connector, outcome);
  return (
    <div role="gridcell" className={styles.status} data-state={type && !untested ? state : undefined}>
      <div className={styles.statusLine}>
        <div className={styles.statusText} data-whole={whole} title={text}>
          {isWritable && !untested ? <WritableStatus text={text} /> : text}
        </div>
        {(outcome?.error || state === 'failed') && (
          <button
            type="button"
            className={styles.action}
            data-action="whole-status"
            tabIndex={tabIndex}
            aria-expanded={whole}
            aria-label={t(whole ? 'row.lessStatusOf' : 'row.wholeStatusOf', { name: connector.connectorName })}
            onClick={() => setWhole(!whole)}
          >
            {t(whole ? 'row.lessStatus' : 'row.wholeStatus')}
          </button>
        )}
      </div>
      {whole && outcome?.error && (
        <>
          {outcome.error.hint && <FromMain className={styles.hint}>{outcome.error.hint}</FromMain>}
          <ErrorHelpLink code={outcome.error.code} reason={outcome.error.reason} tabIndex={tabIndex} />
        </>
      )}
      {changedTarget !== undefined && (
        <button
          type="button"
          className={`${styles.action} ${styles.confirmTarget}`}
          data-action="confirm-target"
          tabIndex={tabIndex}
          aria-label={t('row.confirmTargetOf', { name: connector.connectorName })}
          onClick={() => void confirmNewTarget(connector, changedTarget)}
        >
          {t('row.confirmTarget')}
        </button>
      )}
    </div>
  );
};

/** What the last test says that the connector itself does not tell. */
const describeOutcome = (connector: Connector, outcome: TestOutcome | undefined): string | undefined => {
  if (!outcome?.error || connector.status === 'failed') return undefined;
  return t('status.notTested', { why: fromMain(outcome.error.message) });
};

const WritableStatus = ({ text }: { text: string }) => {
  const [state, login, ...others] = text.split(' · ');
  return (
    <>
      {state} ·{' '}
      <span className={styles.warning}>
        {login}
        <IconAlertTriangle size={14} className={styles.warningIcon} aria-label={t('row.warning')} role="img" />
      </span>
      {others.map((part) => ` · ${part}`)}
    </>
  );
};

const Actions = ({ connector, known, testing, tabIndex }: CellProps & { known: boolean }) => {
  const name = connector.connectorName;
  return (
    <div role="gridcell" className={styles.actions}>
      <button
        type="button"
        className={styles.action}
        data-action="test"
        tabIndex={tabIndex}
        aria-label={t('row.testName', { name })}
        aria-disabled={testing || !known}
        disabled={!known}
        onClick={() => void testConnector(connector)}
      >
        {t('row.test')}
      </button>
      <button
        type="button"
        className={styles.action}
        data-action="edit"
        tabIndex={tabIndex}
        aria-label={t('row.editName', { name })}
        disabled={!known}
        onClick={() => openConnectorForm({ mode: 'edit', connector })}
      >
        {t('row.edit')}
      </button>
      <MoreActions connector={connector} tabIndex={tabIndex} />
    </div>
  );
};

// A menu is many components, and thousands of rows pass by while scrolling: it exists only while it is open.
const MoreActions = ({ connector, tabIndex }: { connector: Connector; tabIndex: number }) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <span className={styles.more}>
      <button
        ref={button}
        type="button"
        className={styles.action}
        data-action="more"
        tabIndex={tabIndex}
        aria-label={t('row.more', { name: connector.connectorName })}
        aria-haspopup="menu"
        aria-expanded={open}
        onMouseDown={(event) => open && event.stopPropagation()}
        onClick={() => (open ? close() : setOpen(true))}
      >
        <IconDots size={16} aria-hidden />
      </button>
      {open && <ActionMenu connector={connector} onClose={close} />}
    </span>
  );
};

const ActionMenu = ({ connector, onClose }: { connector: Connector; onClose: () => void }) => (
  <Menu opened onClose={onClose}>
    <Menu.Target>
      <span className={styles.menuAnchor} aria-hidden />
    </Menu.Target>
    <Menu.Dropdown aria-label={t('row.actions', { name: connector.connectorName })}>
      <Menu.Item onClick={() => askForName({ purpose: 'duplicate', connector })}>{t('row.duplicate')}</Menu.Item>
      <Menu.Item onClick={() => askForName({ purpose: 'rename', connector })}>{t('row.renameMenu')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => void deleteConnector(connector)}>{t('row.delete')}</Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
