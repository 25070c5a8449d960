import { useRef, useState } from 'react';
import type { Execution, RowCondition } from '../../../preload/contract';
import { EvidenceGrid, type EvidenceGridHandle } from '../evidence/evidence-grid';
import { ColumnPanel } from './column-panel';
import styles from './looking.module.css';
import { isWhole, type RowView, toggledSort, wholeView, withCondition } from './row-view';
import { SampleDialog } from './sample-dialog';
import { useLookingProgress, useViewPages } from './use-view-pages';
import { ViewBar } from './view-bar';

/** The rows of an execution with all that helps to look at them: find, filter, sort, columns, a sample. */
export const EvidenceRows = ({ execution }: { execution: Execution }) => {
  const [view, setView] = useState<RowView>(wholeView);
  const [columnsShown, setColumnsShown] = useState(false);
  const [sampleOpen, setSampleOpen] = useState(false);
  const pages = useViewPages(execution.id, view);
  const busy = !isWhole(view) && pages.total() === null && pages.failure() === null;
  const progress = useLookingProgress(execution.id, busy);
  const grid = useRef<EvidenceGridHandle>(null);
  const find = useRef<HTMLInputElement>(null);

  const sortBy = (column: number, further: boolean) =>
    setView((current) => ({ ...current, sort: toggledSort(current.sort, column, further) }));
  const addCondition = (condition: RowCondition) => setView((current) => withCondition(current, condition));

  return (
    <>
      <ViewBar
        execution={execution}
        view={view}
        onView={setView}
        total={isWhole(view) ? execution.rowCount : pages.total()}
        progress={progress}
        findField={find}
        onFindNext={(backwards) => grid.current?.findNext(view.filter.text, backwards)}
        onLeave={() => grid.current?.focus()}
        columnsShown={columnsShown}
        onColumns={() => setColumnsShown(!columnsShown)}
        onSample={() => setSampleOpen(true)}
      />
      <div className={styles.body}>
        <div className={styles.grid}>
          <EvidenceGrid
            ref={grid}
            execution={execution}
            view={view}
            pages={pages}
            onSort={sortBy}
            onFind={() => find.current?.focus()}
          />
        </div>
        {columnsShown && (
          <ColumnPanel executionId={execution.id} sort={view.sort} onSort={sortBy} onCondition={addCondition} />
        )}
      </div>
      <SampleDialog execution={execution} opened={sampleOpen} onClose={() => setSampleOpen(false)} />
    </>
  );
};
