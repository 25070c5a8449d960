import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Column, RowCondition } from '../../../preload/contract';
import { textsOf } from '../../texts';
import styles from './looking.module.css';

const t = textsOf('looking');

const tests = ['contains', 'starts-with', 'equals', 'greater', 'less', 'is-null', 'is-not-null'] as const;
type Test = (typeof tests)[number];

const conditionOf = (column: number, test: Test, value: string): RowCondition =>
  test === 'is-null' || test === 'is-not-null' ? { column, test } : { column, test, value };

interface ConditionFormProps {
  columns: readonly Column[];
  onAdd: (condition: RowCondition) => void;
}

/** A condition on one column. */
export const ConditionForm = ({ columns, onAdd }: ConditionFormProps) => {
  const [column, setColumn] = useState(0);
  const [test, setTest] = useState<Test>('contains');
  const [value, setValue] = useState('');
  const needsValue = test !== 'is-null' && test !== 'is-not-null';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd(conditionOf(column, test, value));
  };
  return (
    <form className={styles.condition} onSubmit={submit} aria-label={t('filter.add')}>
      <NativeSelect
        data-autofocus
        label={t('filter.column')}
        value={String(column)}
        onChange={(event) => setColumn(Number(event.currentTarget.value))}
        data={columns.map(({ name }, position) => ({ value: String(position), label: name }))}
      />
      <NativeSelect
        label={t('filter.test')}
        value={test}
        onChange={(event) => setTest(event.currentTarget.value as Test)}
        data={tests.map((each) => ({ value: each, label: t(`tests.${each}`) }))}
      />
      {needsValue && (
        <TextInput label={t('filter.value')} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      )}
      <Button type="submit">{t('filter.apply')}</Button>
    </form>
  );
};
