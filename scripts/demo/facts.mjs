// What the walk asks the bridge beside what the window shows, and the ways around the window.

export const ciId = 'CI21324354';

export const listConnectors = async ({ call }) => {
  const { groups } = await call('connectors', 'listByCi', { ciId });
  return groups.flatMap((group) => group.connectors);
};

export const openApplicationId = async ({ call }) => (await call('applications', 'list', {}))[0].id;

export const openStep = ({ page }, name) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click();

export const heading = ({ page }, name) => page.getByRole('heading', { level: 1, name }).waitFor();

export const analysesById = async ({ call }, applicationId) => {
  const analyses = await call('analyses', 'list', { applicationId });
  return new Map(analyses.map((analysis) => [analysis.questionId, analysis]));
};

export const countMissing = async (walk) => {
  const analyses = await analysesById(walk, await openApplicationId(walk));
  return [...analyses.values()].filter(({ resolution }) => resolution === 'missing').length;
};
