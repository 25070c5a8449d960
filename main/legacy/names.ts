import { displayName, nameKey } from '../../db';

export interface GivenName {
  name: string;
  /** Why it is not the name of the source: there was none, or another connector of the CI has it. */
  why: 'kept' | 'generated' | 'clash';
}

/** Names that are free on their CI: as the source has them, else `<type> - <id>`, with a counter where one is taken. */
export const createNamer = (existing: Iterable<{ ciId: string; nameKey: string }>) => {
  const taken = new Set<string>();
  const key = (ciId: string, name: string) => `${ciId}\n${nameKey(name)}`;
  for (const { ciId, nameKey: known } of existing) taken.add(`${ciId}\n${known}`);

  return (ciId: string, givenName: string, connectorType: string, sourceKey: string): GivenName => {
    const wanted = displayName(givenName === '' ? `${connectorType} - ${sourceKey}` : givenName);
    let name = wanted;
    for (let counter = 2; taken.has(key(ciId, name)); counter += 1) name = `${wanted} (${counter})`;
    taken.add(key(ciId, name));
    if (givenName === '') return { name, why: 'generated' };
    return { name, why: name === wanted ? 'kept' : 'clash' };
  };
};
