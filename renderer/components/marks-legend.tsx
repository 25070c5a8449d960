import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircleFilled,
  IconHelp,
  IconQuestionMark,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { textsOf } from '../texts';
import { EnvironmentBadge } from './environment-badge';
import { inMainPart, listWithinWindow } from './floating';
import { HelpLink } from './help-link';
import styles from './marks-legend.module.css';
import { StatusDot } from './status-dot';

const t = textsOf('components');

const legend = {
  steps: { done: <IconCheck size={14} />, underway: <IconCircleFilled size={8} /> },
  questions: {
    ran: <StatusDot state="active" />,
    untried: <StatusDot state="half" />,
    noQuery: <StatusDot state="pending" />,
    unsure: <IconQuestionMark size={15} />,
    lacking: <IconAlertTriangle size={15} />,
    notAnswerable: <IconBan size={15} />,
  },
  connectors: {
    active: <StatusDot state="active" />,
    pending: <StatusDot state="pending" />,
    failed: <StatusDot state="failed" />,
  },
  environments: {
    production: <EnvironmentBadge environment="production" />,
    other: <EnvironmentBadge environment="non-production" />,
  },
} as const satisfies Record<string, Record<string, ReactNode>>;

type Group = keyof typeof legend;

const groups = Object.keys(legend) as Group[];

/** What the small marks of the window mean, behind a button where they are met; the same words stand in the guide. */
export const MarksLegend = () => {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      position="bottom-start"
      middlewares={listWithinWindow}
      shadow="md"
      // Above the notices, which stand beside the place where it opens.
      zIndex={360}
      portalProps={inMainPart}
    >
      <Popover.Target>
        <Tooltip label={t('marks.title')} disabled={opened}>
          <ActionIcon
            size={24}
            className={styles.button ?? ''}
            aria-label={t('marks.title')}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <IconHelp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={styles.legend ?? ''} aria-label={t('marks.title')}>
        {groups.map((group) => (
          <MarksOf key={group} group={group} />
        ))}
        <HelpLink place={{ file: '02-five-steps.md', anchor: 'what-the-marks-mean' }}>{t('marks.inGuide')}</HelpLink>
      </Popover.Dropdown>
    </Popover>
  );
};

const MarksOf = <Of extends Group>({ group }: { group: Of }) => (
  <section aria-label={t(`marks.${group}.title` as 'marks.steps.title')}>
    <div className={styles.title}>{t(`marks.${group}.title` as 'marks.steps.title')}</div>
    <dl className={styles.marks}>
      {Object.entries(legend[group]).map(([name, mark]) => (
        <div key={name} className={styles.line}>
          <dt className={styles.mark} aria-hidden>
            {mark}
          </dt>
          <dd>{t(`marks.${group}.${name}` as 'marks.steps.done')}</dd>
        </div>
      ))}
    </dl>
  </section>
);
