import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { textsOf } from '../texts';
import { copyText } from './copy';

const t = textsOf('components');

interface CopyButtonProps {
  text: string;
  /** What is copied: "SHA-256 of question 1.10". */
  what: string;
  tabIndex?: number;
}

const shownFor = 1_500;

/** Copies a text and says so for a moment. */
export const CopyButton = ({ text, what, ...attributes }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), shownFor);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={copied ? t('copiedWhat', { what }) : t('copyWhat', { what })}
      title={copied ? t('copied') : t('copyWhat', { what })}
      onClick={() => setCopied(copyText(text))}
      {...attributes}
    >
      <Icon size={14} aria-hidden />
    </ActionIcon>
  );
};
