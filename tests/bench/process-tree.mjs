import { readdirSync, readFileSync } from 'node:fs';

// What an application's processes take, as Linux shows it.

/** The fields of /proc/<id>/stat from the third on; the second is a name that may hold spaces. */
const statOf = (id) => {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** What `read` answers for each process that has not ended meanwhile. */
const readEach = (ids, read) =>
  ids.flatMap((id) => {
    try {
      return [read(id)];
    } catch {
      return [];
    }
  });

/** A process and all that it started, directly or not. */
const processTree = (root) => {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(readEach(ids, (id) => [Number(id), Number(statOf(id)[1])]));
  const isOfTree = (id) => id === root || (parents.has(id) && isOfTree(parents.get(id)));
  return [...parents.keys()].filter(isOfTree);
};

const sum = (figures) => figures.reduce((total, figure) => total + figure, 0);

/** Memory that is only there because of these processes: pages that several share count for each in equal parts. */
export const proportionalBytes = (root) =>
  sum(
    readEach(processTree(root), (id) => {
      const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
      return 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]);
    }),
  );

/** Linux counts a hundred ticks a second, whatever the processor. */
const millisecondsOfTick = 10;

/** What all of them have computed so far: says more than the clock on a computer that does other things too. */
export const processorMilliseconds = (root) =>
  sum(
    readEach(processTree(root), (id) => {
      const [user, system] = statOf(id).slice(11, 13).map(Number);
      return (user + system) * millisecondsOfTick;
    }),
  );
